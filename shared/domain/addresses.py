"""Addresses that identify a person, read from any text: a cell of a file, a line of a list."""

from pydantic import TypeAdapter, ValidationError

from shared.domain.email_address import EmailAddress
from shared.domain.linkedin_url import LinkedinUrl

_EMAIL: TypeAdapter[str] = TypeAdapter(EmailAddress)
_LINKEDIN: TypeAdapter[str] = TypeAdapter(LinkedinUrl)


def email_in(text: str) -> str | None:
    """The e-mail address that the text is, in its one form; None if it is none."""
    return _read(_EMAIL, text) if "@" in text else None


def linkedin_in(text: str) -> str | None:
    """The LinkedIn profile that the text is the address of, in its one form; None if it is none."""
    return _read(_LINKEDIN, text) if "linkedin" in text.lower() else None


def _read(kind: TypeAdapter[str], text: str) -> str | None:
    try:
        return kind.validate_python(text)
    except ValidationError:
        return None
