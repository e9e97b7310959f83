"""Keyed hashes of what identifies a person, so that no address stands in a document's path."""

import hashlib
import hmac

from shared.domain.ids import encode_id
from shared.domain.prospect import Prospect


class IdentityHashes:
    """Ids that follow from a person's addresses and from nothing else; nobody without the key can guess one."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of_addresses(self, prospect: Prospect) -> list[str]:
        """The ids of the person's addresses, the LinkedIn one first; none where no address is known."""
        return [self.of(kind, value) for kind, value in addresses_of(prospect)]

    def of(self, kind: str, value: str) -> str:
        """The id of one address ("linkedin", "email") or of a stored person ("prospect")."""
        return encode_id(hmac.new(self._key, f"{kind}:{value}".encode(), hashlib.sha256).digest())


def addresses_of(prospect: Prospect) -> list[tuple[str, str]]:
    """The person's addresses by kind, the LinkedIn one first."""
    kinds = (("linkedin", prospect.linkedin_url), ("email", prospect.email))
    return [(kind, value) for kind, value in kinds if value is not None]
