"""What an issuer's token says about the person who brings it."""

from datetime import datetime
from typing import NamedTuple

from shared.domain.ids import derived_id
from shared.domain.principal import Person


class Identity(NamedTuple):
    """The claims of a token that holds (OpenID Connect Core 1.0, section 2).

    `issuer` and `subject` together name the person for ever; an e-mail does not, since addresses change hands.
    `signed_in_at` is `auth_time` where the issuer gives it, else when the token was issued.
    """

    issuer: str
    subject: str
    email: str | None
    email_verified: bool
    name: str | None
    signed_in_at: datetime

    @property
    def person(self) -> Person:
        """The person as the product knows them; an address that nobody verified is none."""
        email = self.email.strip().lower() if self.email is not None and self.email_verified else None
        return Person(person_id(self.issuer, self.subject), email, self.name, self.signed_in_at)


def person_id(issuer: str, subject: str) -> str:
    """The id of the person whom `issuer` calls `subject`."""
    return derived_id("person", issuer, subject)
