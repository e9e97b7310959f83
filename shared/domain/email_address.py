"""E-mail addresses in one form: trimmed, lower case, NFC, without `mailto:` and without the name before `<…>`.

Syntax is email-validator's (RFC 5321 and 6531, internationalised domains included); nothing is looked up. Addresses
that could never be delivered on the public internet (`.local`, `.invalid`, IP addresses) are refused. Anything wrong
raises a PydanticCustomError of the type "email_address".
"""

import re
import unicodedata
from typing import Annotated

import pydantic
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from shared.domain.lazy_pattern import lazy_pattern

_LONGEST = 320
_LONGEST_PLAIN = 64  # no part of so short an address can be too long
_PLAIN = lazy_pattern(
    r"[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+"
    r"(?:com|es|org|net|eu|cat|eus|gal|mx|ar|co|cl|pe|uy|ec|cr|uk|ie|us|ca|fr|de|pt|it|io|example)",
    re.ASCII,
)
_MAILTO = lazy_pattern(r"mailto:([^?]*)(?:\?.*)?", re.IGNORECASE | re.DOTALL)


def canonical_email_address(text: str) -> str:
    """The one form of the address in `text`; raises PydanticCustomError("email_address") if it is none."""
    trimmed = text.strip()
    if _is_plain(trimmed):
        return trimmed
    linked = _MAILTO.fullmatch(trimmed)
    address = linked[1] if linked else trimmed
    try:
        if len(address) > _LONGEST:
            raise ValueError
        _, accepted = pydantic.validate_email(address)  # loaded when a first address asks for it
    except ValueError:  # PydanticCustomError is one; its message may repeat parts of the address
        raise PydanticCustomError("email_address", "not an e-mail address") from None
    return unicodedata.normalize("NFC", accepted.lower())


def _is_plain(text: str) -> bool:
    """Whether the address is of the plainest kind, as most are: files have fifty thousand of them."""
    return len(text) <= _LONGEST_PLAIN and _PLAIN.fullmatch(text) is not None


EmailAddress = Annotated[str, AfterValidator(canonical_email_address)]
"""A person's e-mail address, kept in its one form."""
