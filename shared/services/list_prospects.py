"""The people that the workspace has written to or imported."""

from shared.domain.addresses import email_in, linkedin_in
from shared.domain.principal import Principal
from shared.domain.prospect import Prospect, StoredProspect
from shared.repositories.aggregate import Position, Slice
from shared.repositories.prospects import Prospects
from shared.repositories.store import Store


class ListProspects:
    """GET /v1/prospects."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(
        self, principal: Principal, role: str | None, after: Position | None, limit: int, typed: str | None = None
    ) -> Slice[StoredProspect]:
        """A page of prospects, newest first; of one role, if it is given. `typed` is an e-mail or LinkedIn address of
        theirs, an earlier one too, or the beginnings of words of their name and company.
        """
        prospects = self._store.of(principal.workspace_id).prospects
        if typed is None:
            return prospects.newest(role, after, limit)
        address = Prospect(email=email_in(typed), linkedin_url=linkedin_in(typed))
        if address.email is None and address.linkedin_url is None:
            return prospects.search(typed, role, after, limit)
        found = _owner(prospects, address)
        return Slice([] if found is None or role not in (None, found.role) else [found], None)


def _owner(prospects: Prospects, address: Prospect) -> StoredProspect | None:
    """Whoever the address belongs to."""
    [id_] = prospects.known_ids([address])
    return None if id_ is None else prospects.find(id_)
