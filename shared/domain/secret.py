"""Secrets that we make and show once: 256 random bits in lower-case base32, of which only a digest is kept."""

import base64
import hashlib
import hmac
import secrets

SECRET_PATTERN = "[a-z2-7]{52}"


def new_secret() -> str:
    """A fresh secret, 52 characters."""
    return base64.b32encode(secrets.token_bytes(32)).decode("ascii").rstrip("=").lower()


def hash_of_secret(secret: str) -> str:
    """What is stored of a secret. It has 256 random bits, so a plain digest is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def is_secret(secret: str, stored_hash: str) -> bool:
    """Whether this is the secret of which the hash was stored; takes the same time whatever differs."""
    return hmac.compare_digest(stored_hash, hash_of_secret(secret))
