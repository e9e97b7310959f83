"""All that the workspace knows of one person, for the person who asks (GDPR, article 15)."""

from typing import NamedTuple

from shared.domain.errors import NotFoundError, Sentence
from shared.domain.message import Message
from shared.domain.outcome import Outcome
from shared.domain.principal import Principal
from shared.domain.prospect import StoredProspect
from shared.domain.suppression import Suppression
from shared.repositories.store import Store
from shared.services.record_audit import RecordAudit

MOST_OTHERS = 20
NO_SUCH_PROSPECT = Sentence("No hay ningún prospecto con ese identificador.", "No prospect has this id.")


class Person(NamedTuple):
    """The person as last seen, every message to them with what became of it, and whether they are suppressed;
    `perhaps_same` are other stored people of the same name and company, who may be them.
    """

    prospect: StoredProspect
    messages: tuple[Message, ...]
    outcomes: tuple[Outcome, ...]
    suppressions: tuple[Suppression, ...]
    perhaps_same: tuple[StoredProspect, ...] = ()


class ReadPerson:
    """GET /v1/prospects/{id}."""

    def __init__(self, store: Store, record_audit: RecordAudit) -> None:
        self._store = store
        self._record_audit = record_audit

    def __call__(self, principal: Principal, prospect_id: str) -> Person:
        """The whole person; an entry in the audit log. Raises NotFoundError."""
        store = self._store.of(principal.workspace_id)
        stored = store.prospects.find(prospect_id)
        if stored is None:
            raise NotFoundError(NO_SUCH_PROSPECT)
        self._record_audit.export(principal)
        messages = tuple(store.messages.of_prospect(prospect_id))
        outcomes = tuple(outcome for message in messages for outcome in store.messages.outcomes(message.id).all())
        keys = list(store.suppressions.keys_of(stored.prospect, [prospect_id]))
        entries = tuple(entry for entry in store.suppressions.find_many(keys) if entry is not None)
        others = tuple(store.prospects.perhaps_same(stored, MOST_OTHERS))
        return Person(stored, messages, outcomes, entries, others)
