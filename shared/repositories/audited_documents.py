"""The store, with an audit entry added to every write that somebody asked for.

The entry is one more operation of the same atomic write, so there is no change without its entry and no entry without
its change. What was there before is known from what the act has read, without another read.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from shared.domain.act import Act, current_act
from shared.domain.audit import AuditEntry, AuditOutcome, AuditTarget, TargetChange
from shared.domain.document_rules import check_guarded
from shared.domain.documents import (
    Aggregate,
    Create,
    Delete,
    Document,
    Increment,
    Json,
    Operation,
    PayloadPath,
    Put,
    Query,
    Update,
)
from shared.ports import Clock, Documents, Ids
from shared.repositories.audit import AuditLog

MOST_TARGETS = 20

BOOKKEEPING = frozenset(
    (
        "audit blocks chunks counter_shards counters deliveries guards idempotency items outbox prospect_keys "
        "removed_counts spend_stops usage"
    ).split()
)
"""Collections that only follow from others, which the entry names: items of a batch, counters, keys."""


class AuditedDocuments:
    """A Documents port in front of another one. Reads pass; writes in the course of an act carry an entry."""

    def __init__(self, inner: Documents, clock: Clock, ids: Ids, retention: timedelta) -> None:
        self._inner = inner
        self._clock = clock
        self._ids = ids
        self._retention = retention

    def get(self, path: str) -> Document | None:
        """The document at `path`, or None."""
        return _seen([self._inner.get(path)])[0]

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        """The documents at `paths`, in their order."""
        return _seen(self._inner.get_many(paths))

    def query(self, query: Query) -> list[Document]:
        """The documents that match."""
        return self._inner.query(query)

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        """How many documents match."""
        return self._inner.aggregate(query, sums)

    def close(self) -> None:
        """Let go of the inner store."""
        self._inner.close()

    def write(self, operations: Sequence[Operation]) -> str:
        """Apply all operations and the entry that records them, at once or none."""
        act = current_act()
        if act is None:
            return self._inner.write(operations)
        check_guarded(operations)  # before the entry is added, whose Create would excuse an unguarded Increment
        return self._inner.write([*operations, *self._entries(act, operations)])

    def _entries(self, act: Act, operations: Sequence[Operation]) -> list[Operation]:
        changed: dict[str, list[AuditTarget]] = {}
        for operation in operations:
            workspace_id = _workspace_of(operation)
            if workspace_id is not None and operation.path.split("/")[-2] not in BOOKKEEPING:
                changed.setdefault(workspace_id, []).append(_target(operation, (act.seen or {}).get(operation.path)))
        return [self._entry(act, workspace_id, targets) for workspace_id, targets in changed.items()]

    def _entry(self, act: Act, workspace_id: str, targets: list[AuditTarget]) -> Create:
        return recorded(
            AuditLog(self._inner, workspace_id),
            act,
            AuditOutcome.DONE,
            self._clock,
            self._ids,
            self._retention,
            targets,
        )


def recorded(
    log: AuditLog,
    act: Act,
    outcome: AuditOutcome,
    clock: Clock,
    ids: Ids,
    retention: timedelta,
    targets: Sequence[AuditTarget] = (),
) -> Create:
    """The operation that adds to `log` what `act` did, or was refused."""
    now = clock.now()
    entry = AuditEntry(
        id=ids.new(),
        created_at=now,
        actor=act.actor_id,
        actor_kind=act.actor_kind,
        action=act.action,
        outcome=outcome,
        targets=tuple(targets[:MOST_TARGETS]),
        target_count=len(targets),
        address=act.origin.address,
        agent=act.origin.agent,
        request_id=act.origin.request_id,
        expires_at=now + retention,
    )
    return log.creation(entry.id, entry)


def _seen(documents: list[Document | None]) -> list[Document | None]:
    act = current_act()
    if act is not None and act.seen is not None:
        act.seen.update((document.path, document) for document in documents if document is not None)
    return documents


def _workspace_of(operation: Operation) -> str | None:
    """The workspace whose affair the document is: the one in its path, or that an entry of the directory names."""
    root, id_ = operation.path.split("/")[:2]
    if root == "workspaces":
        return id_
    named = operation.fields.get("workspace_id") if isinstance(operation, Create | Put | Update) else None
    return named if isinstance(named, str) else None


def _target(operation: Operation, before: Document | None) -> AuditTarget:
    kind, id_ = operation.path.split("/")[-2:]
    known = None if before is None else before.payload
    return AuditTarget(
        kind=kind,
        id=id_,
        change=_CHANGES.get(type(operation), TargetChange.CHANGED),
        before=None if isinstance(operation, Create) else _digest(known),
        after=_digest(_after(operation, known)),
    )


_CHANGES: Mapping[type[Any], TargetChange] = {
    Create: TargetChange.CREATED,
    Put: TargetChange.REPLACED,
    Delete: TargetChange.DELETED,
}


def _after(operation: Operation, before: Mapping[str, Json] | None) -> Mapping[str, Json] | None:
    """What the document holds afterwards, as far as that is known."""
    match operation:
        case Create() | Put():
            return operation.payload
        case Update():
            return _merged(before or {}, operation.payload.items())
        case Increment() | Delete():
            return None


def _merged(before: Mapping[str, Json], changes: Iterable[tuple[PayloadPath, Json]]) -> Mapping[str, Json]:
    merged: dict[str, Any] = dict(before)
    for path, value in changes:
        place = merged
        for key in path[:-1]:
            inner = place.get(key)
            place[key] = dict(inner) if isinstance(inner, Mapping) else {}
            place = place[key]
        place[path[-1]] = value
    return merged


def _digest(payload: Mapping[str, Json] | None) -> str | None:
    """The SHA-256 of the payload's canonical JSON."""
    if payload is None:
        return None
    return hashlib.sha256(json.dumps(payload, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
