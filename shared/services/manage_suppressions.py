"""The suppression list as people keep it: who is on it, who comes onto it, who is taken off and put back."""

from collections.abc import Sequence
from typing import Annotated, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from shared.domain.email_address import EmailAddress
from shared.domain.errors import ConflictError, InvalidInputError, NotFoundError, Sentence
from shared.domain.generation import Id
from shared.domain.ids import derived_id
from shared.domain.linkedin_url import LinkedinUrl
from shared.domain.principal import Principal
from shared.domain.prospect import Prospect
from shared.domain.suppression import Suppression, SuppressionReason, SuppressionState
from shared.domain.text import normalized
from shared.ports import Clock
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store, WorkspaceStore
from shared.services.guarded_change import retrying_conflicts
from shared.services.suppress_person import Keys, Why, keys_of_people, lifting, suppressing

SuppressionNote = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), AfterValidator(normalized)
]

NOT_ON_LIST = Sentence(
    "No hay ninguna exclusión con ese identificador.", "No entry of the suppression list has this id."
)
_OVER = Sentence(
    "Han pasado más de 7 días desde que se quitó: añade de nuevo a la persona.",
    "It was taken off more than 7 days ago: add the person again.",
)


class NewSuppression(BaseModel):
    """Who must not be written to, by any address or as a stored person, and why."""

    model_config = ConfigDict(extra="forbid")

    email: EmailAddress | None = None
    linkedin_url: LinkedinUrl | None = None
    prospect_id: Id | None = None
    reason: SuppressionReason = SuppressionReason.REQUESTED
    note: SuppressionNote | None = None

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if self.email is None and self.linkedin_url is None and self.prospect_id is None:
            raise PydanticCustomError("no_person", "one of email, linkedin_url and prospect_id is needed")
        return self


class Listed(NamedTuple):
    """An entry, and the name of the stored person that it is of; None where they are not stored."""

    entry: Suppression
    person: str | None


class ManageSuppressions:
    """GET and POST /v1/suppressions, DELETE /v1/suppressions/{id}, POST /v1/suppressions/{id}/restore."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def page(
        self,
        principal: Principal,
        state: SuppressionState,
        reason: SuppressionReason | None,
        after: Position | None,
        limit: int,
    ) -> Slice[Listed]:
        """A page of the list, newest first."""
        store = self._store.of(principal.workspace_id)
        found = store.suppressions.newest(state, reason, after, limit)
        return Slice(_listed(store, found.items), found.next_position)

    def add(self, principal: Principal, new: NewSuppression) -> list[Listed]:
        """All entries of the person, those that were there already among them. Raises InvalidInputError at
        /prospect_id.
        """
        store = self._store.of(principal.workspace_id)
        keys = self._keys(store, new)
        now = self._clock.now()
        why = Why(new.reason, "person", principal.id, now, new.note)
        entries = suppressing(store, keys, why, derived_id("suppression", *sorted(keys), now.isoformat()))
        if entries:
            self._store.documents.write(store.suppressions.putting(entries))
        return self.entries(principal, list(keys))

    def entries(self, principal: Principal, ids: Sequence[str]) -> list[Listed]:
        """Those of the entries that there are."""
        store = self._store.of(principal.workspace_id)
        return _listed(store, [entry for entry in store.suppressions.find_many(ids) if entry is not None])

    def lift(self, principal: Principal, entry_id: str) -> None:
        """Take the person off the list, by all keys that came onto it together. Raises NotFoundError."""
        retrying_conflicts(lambda: self._lift(principal, entry_id))

    def restore(self, principal: Principal, entry_id: str) -> list[Listed]:
        """Put back what was taken off together, within 7 days. Raises NotFoundError and ConflictError."""
        return retrying_conflicts(lambda: self._restore(principal, entry_id))

    def _lift(self, principal: Principal, entry_id: str) -> None:
        store = self._store.of(principal.workspace_id)
        entry = _entry(store, entry_id)
        operations = lifting(store, entry.group, principal.id, self._clock.now())
        if operations:
            self._store.documents.write(operations)

    def _restore(self, principal: Principal, entry_id: str) -> list[Listed]:
        store = self._store.of(principal.workspace_id)
        group = store.suppressions.of_group(_entry(store, entry_id).group)
        now = self._clock.now()
        if any(entry.expires_at is not None and entry.expires_at <= now for entry, _ in group):
            raise ConflictError(_OVER)
        back = [(_put_back(entry), version) for entry, version in group if entry.lifted_at is not None]
        if back:
            self._store.documents.write([store.suppressions.restoring(entry, version) for entry, version in back])
        return _listed(store, [_put_back(entry) for entry, _ in group])

    def _keys(self, store: WorkspaceStore, new: NewSuppression) -> Keys:
        people: Sequence[Prospect] = [Prospect(email=new.email, linkedin_url=new.linkedin_url)]
        keys = dict(keys_of_people(store, people)[0])
        if new.prospect_id is None:
            return keys
        stored = store.prospects.find(new.prospect_id)
        if stored is None:
            raise InvalidInputError.at(
                "/prospect_id", "No hay ningún prospecto con ese identificador.", "No prospect has this id."
            )
        return keys | store.suppressions.keys_of(stored.prospect, [stored.id])


def _entry(store: WorkspaceStore, entry_id: str) -> Suppression:
    entry = store.suppressions.find(entry_id)
    if entry is None:
        raise NotFoundError(NOT_ON_LIST)
    return entry


def _put_back(entry: Suppression) -> Suppression:
    return entry.model_copy(update={"lifted_at": None, "lifted_by": None, "expires_at": None})


def _listed(store: WorkspaceStore, entries: Sequence[Suppression]) -> list[Listed]:
    """The entries with the people's names, which one read knows."""
    ids = list(dict.fromkeys(entry.prospect_id for entry in entries if entry.prospect_id is not None))
    people = dict(zip(ids, store.prospects.find_many(ids), strict=True))
    names = {id_: person.prospect.full_name for id_, person in people.items() if person is not None}
    return [Listed(entry, names.get(entry.prospect_id or "")) for entry in entries]
