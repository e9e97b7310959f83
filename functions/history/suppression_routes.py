"""The suppression list: who must not be written to, on any channel."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, StringConstraints

from shared.api.app import CSV, Answer, Api, Download
from shared.api.language import interface_language
from shared.api.pagination import Page, PageQuery
from shared.bootstrap import Services
from shared.domain.generation import Id
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal
from shared.domain.suppression import SuppressionReason, SuppressionState
from shared.services.manage_suppressions import Listed, NewSuppression
from shared.services.transfer_suppressions import Transferred


class SuppressionQuery(PageQuery):
    """Which entries: those that hold, unless others are asked for; of one reason, if it is given."""

    state: SuppressionState = SuppressionState.ACTIVE
    reason: SuppressionReason | None = None


class SuppressionPath(BaseModel):
    """Names one entry."""

    id: Id


class SuppressionView(BaseModel):
    """One key of a person who must not be written to: an address, a stored person, or a name in a company. `address` is
    null for the latter two and once the person was erased; `person` is the name of the stored person, if they are
    stored. A lifted entry can be put back until `expires_at`.
    """

    id: str
    kind: str
    address: str | None
    prospect_id: str | None
    person: str | None
    reason: SuppressionReason
    note: str | None
    source: str
    by: str
    created_at: datetime
    lifted_at: datetime | None
    lifted_by: str | None
    expires_at: datetime | None

    @classmethod
    def of(cls, listed: Listed) -> Self:
        """The entry as the API shows it."""
        shown = {name: getattr(listed.entry, name) for name in cls.model_fields if name != "person"}
        return cls(**shown, person=listed.person)


class SuppressionList(BaseModel):
    """All entries of one person."""

    items: list[SuppressionView]

    @classmethod
    def of(cls, entries: Sequence[Listed]) -> Self:
        """The entries as the API shows them."""
        return cls(items=[SuppressionView.of(entry) for entry in entries])


class SuppressionText(BaseModel):
    """Rows that name people by e-mail or LinkedIn address, in any column; and why they are on the list."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, StringConstraints(min_length=1, max_length=900_000)]
    reason: SuppressionReason = SuppressionReason.OTHER


class SuppressionRowError(BaseModel):
    """A row that names nobody."""

    row: int
    detail: str


class SuppressionImport(BaseModel):
    """How many people are new on the list and how many were on it, and the first 100 rows that name nobody."""

    added: int
    known: int
    errors: list[SuppressionRowError]
    error_count: int

    @classmethod
    def of(cls, done: Transferred, interface: str) -> Self:
        """The outcome with its sentences in the language `interface`."""
        errors = [SuppressionRowError(row=one.row, detail=one.detail.in_language(interface)) for one in done.errors]
        return cls(added=done.added, known=done.known, errors=errors, error_count=done.error_count)


def add_suppressions(api: Api, services: Services) -> None:
    """Add the routes of the suppression list."""
    _add_list(api, services)
    _add_lifting(api, services)
    _add_transfer(api, services)


def _add_list(api: Api, services: Services) -> None:
    @api.get(
        "/v1/suppressions",
        permission=Permission.READ_SUPPRESSIONS,
        answers={200: Page[SuppressionView]},
        tag="suppressions",
    )
    def list_suppressions(principal: Principal, query: SuppressionQuery) -> Page[SuppressionView]:
        """Who must not be written to, newest first."""
        position = api.position(principal, query)
        found = services.manage_suppressions.page(principal, query.state, query.reason, position, query.limit)
        return api.page(principal, query, [SuppressionView.of(one) for one in found.items], found.next_position)

    def entries_again(principal: Principal, ids: str) -> SuppressionList:
        return SuppressionList.of(services.manage_suppressions.entries(principal, ids.split()))

    @api.post(
        "/v1/suppressions",
        permission=Permission.ADD_SUPPRESSIONS,
        answers={201: SuppressionList},
        replay=entries_again,
        tag="suppressions",
    )
    def add_suppression(principal: Principal, body: NewSuppression, claim: Claim) -> Answer:  # noqa: ARG001  entries are named by what they hold
        """Put a person on the list, by every address that is known of them; harmless if repeated."""
        entries = services.manage_suppressions.add(principal, body)
        return Answer(SuppressionList.of(entries), 201, remember=" ".join(one.entry.id for one in entries))


def _add_lifting(api: Api, services: Services) -> None:
    @api.delete(
        "/v1/suppressions/<id>", permission=Permission.LIFT_SUPPRESSIONS, answers={204: None}, tag="suppressions"
    )
    def lift_suppression(principal: Principal, path: SuppressionPath) -> Answer:
        """Take the person off the list; for 7 days they can be put back."""
        services.manage_suppressions.lift(principal, path.id)
        return Answer(None, 204)

    @api.post(
        "/v1/suppressions/<id>/restore",
        permission=Permission.ADD_SUPPRESSIONS,
        answers={200: SuppressionList},
        tag="suppressions",
    )
    def restore_suppression(principal: Principal, path: SuppressionPath) -> SuppressionList:
        """Put back a person who was taken off the list less than 7 days ago."""
        return SuppressionList.of(services.manage_suppressions.restore(principal, path.id))


def _add_transfer(api: Api, services: Services) -> None:
    @api.post(
        "/v1/suppressions/import",
        permission=Permission.ADD_SUPPRESSIONS,
        answers={200: SuppressionImport},
        tag="suppressions",
    )
    def import_suppressions(principal: Principal, body: SuppressionText) -> SuppressionImport:
        """Bring a list from another tool; harmless if repeated."""
        done = services.transfer_suppressions.read(principal, body.text, body.reason)
        return SuppressionImport.of(done, interface_language())

    @api.get(
        "/v1/suppressions/export.csv",
        permission=Permission.READ_SUPPRESSIONS,
        answers={200: CSV},
        tag="suppressions",
    )
    def export_suppressions(principal: Principal) -> Download:
        """The list as a file for another tool."""
        return Download("suppressions.csv", services.transfer_suppressions.written(principal))
