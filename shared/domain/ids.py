"""Opaque ids: 128 bits in lower-case base32, without order (ordered ids make hot ranges in Firestore)."""

import base64
import hashlib

from shared.domain.lazy_pattern import lazy_pattern

_ID = lazy_pattern(r"[a-z2-7]{26}")
_BYTES = 16


def encode_id(raw: bytes) -> str:
    """The id of the first 128 bits of `raw`, 26 characters."""
    return base64.b32encode(raw[:_BYTES]).decode("ascii").rstrip("=").lower()


def derived_id(*parts: str) -> str:
    """The id that follows from `parts`: the same parts give the same id, so that a repeated Create conflicts."""
    joined = "\0".join(f"{len(part)}:{part}" for part in parts)
    return encode_id(hashlib.sha256(joined.encode()).digest())


def is_id(text: str) -> bool:
    """Whether `text` has the form of an id."""
    return _ID.fullmatch(text) is not None
