"""The audit log of a workspace, newest first. Entries are created and never changed."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from shared.domain.audit import AuditEntry, AuditOutcome
from shared.domain.documents import Bound, Compare, Contains, Equal, Filter, Index, IndexedValue, IndexMode
from shared.repositories.aggregate import Aggregate, Position, Slice, newest_first


class AuditFilter(NamedTuple):
    """Which entries a list shows; None means any. `target` reads "kind/id"; `created_before` is not included."""

    actor: str | None = None
    action: str | None = None
    outcome: AuditOutcome | None = None
    target: str | None = None
    created_from: datetime | None = None
    created_before: datetime | None = None

    def as_filters(self) -> list[Filter]:
        """The same as the store takes it."""
        found: list[Filter] = [
            Equal(name, value) for name in ("actor", "action", "outcome") if (value := getattr(self, name)) is not None
        ]
        if self.target is not None:
            found.append(Contains("targets", self.target))
        if self.created_from is not None:
            found.append(Compare("created_at", Bound.AT_LEAST, self.created_from))
        if self.created_before is not None:
            found.append(Compare("created_at", Bound.BELOW, self.created_before))
        return found


class AuditLog(Aggregate[AuditEntry]):
    """`workspaces/{w}/audit/{id}`."""

    collection = "audit"
    model = AuditEntry
    indexes = (
        *newest_first("audit", "actor", "action", "outcome"),
        Index("audit", (("targets", IndexMode.CONTAINS), ("created_at", IndexMode.DESCENDING))),
    )

    exempt = ("actor", "action", "outcome", "targets")

    def _indexed(self, entry: AuditEntry, /) -> Mapping[str, IndexedValue]:
        return {
            "actor": entry.actor,
            "action": entry.action,
            "outcome": entry.outcome.value,
            "targets": tuple(dict.fromkeys(f"{target.kind}/{target.id}" for target in entry.targets)),
            "created_at": entry.created_at,
            "expires_at": entry.expires_at,
        }

    def newest(self, filter_: AuditFilter, after: Position | None, limit: int) -> Slice[AuditEntry]:
        """A page of the entries that pass the filter, newest first."""
        return self.page(filter_.as_filters(), after, limit)
