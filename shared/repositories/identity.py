"""Keyed hashes of what identifies a person, so that no address stands in a document's path."""

import hashlib
import hmac
from collections.abc import Sequence

from shared.domain.erasure import PersonMarks
from shared.domain.ids import encode_id
from shared.domain.message_words import company_key, words_of
from shared.domain.prospect import Prospect


class IdentityHashes:
    """Ids that follow from a person's addresses and from nothing else; nobody without the key can guess one."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of_addresses(self, prospect: Prospect) -> list[str]:
        """The ids of the person's addresses, the LinkedIn one first; none where no address is known."""
        return [self.of(kind, value) for kind, value in addresses_of(prospect)]

    def of(self, kind: str, value: str) -> str:
        """The id of one address ("linkedin", "email"), of a stored person ("prospect"), or of a name ("name")."""
        return encode_id(hmac.new(self._key, f"{kind}:{value}".encode(), hashlib.sha256).digest())

    def marks(self, prospect: Prospect, keys: Sequence[str] = ()) -> PersonMarks:
        """What the person is recognised by where no id is known; `keys` are the ids of addresses, earlier ones too."""
        addresses = {kind: self.of(kind, value) for kind, value in addresses_of(prospect)}
        earlier = tuple(key for key in keys if key not in addresses.values())
        return PersonMarks(
            addresses=addresses, earlier=earlier, name=self.of_name(prospect.full_name, prospect.company)
        )

    def of_name(self, full_name: str | None, company: str | None) -> str | None:
        """The id of a name in a company, spelled with or without accents and legal form; None without a name."""
        words = words_of(full_name or "")
        return self.of("name", f"{' '.join(words)}|{company_key(company) or ''}") if words else None


def addresses_of(prospect: Prospect) -> list[tuple[str, str]]:
    """The person's addresses by kind, the LinkedIn one first."""
    kinds = (("linkedin", prospect.linkedin_url), ("email", prospect.email))
    return [(kind, value) for kind, value in kinds if value is not None]
