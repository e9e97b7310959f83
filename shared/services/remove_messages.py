"""Take messages out for good, with all that hangs on each; what they have counted stays counted."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from shared.domain.documents import Delete, Operation
from shared.domain.message import Message
from shared.repositories.store import Store, WorkspaceStore

_AT_ONCE = 300
"""Documents of messages and outcomes in one write; what is kept of them needs room beside."""
_IN_ONE_QUERY = 30


class _Whole(NamedTuple):
    message: Message
    version: str
    outcomes: tuple[str, ...]

    @property
    def size(self) -> int:
        return 1 + len(self.outcomes)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids by which a remembered request or a waiting event may name it."""
        return (self.message.id, *self.outcomes)


class RemoveMessages:
    """Message, outcomes, events that wait and requests that are remembered go; counters do not move."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, workspace_id: str, found: Sequence[tuple[Message, str]]) -> None:
        """Remove the messages, each at its version.

        Raises WriteConflictError if one was changed meanwhile: some may be gone then, read again.
        """
        store = self._store.of(workspace_id)
        for group in _groups(_whole(store, message, version) for message, version in found):
            self._store.documents.write(_operations(store, group))


def _whole(store: WorkspaceStore, message: Message, version: str) -> _Whole:
    outcomes = store.messages.outcomes(message.id).all()
    return _Whole(message, version, tuple(outcome.id for outcome in outcomes))


def _groups(messages: Iterable[_Whole]) -> Iterator[list[_Whole]]:
    group: list[_Whole] = []
    for one in messages:
        if group and sum(other.size for other in group) + one.size > _AT_ONCE:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _operations(store: WorkspaceStore, group: Sequence[_Whole]) -> list[Operation]:
    messages = store.messages
    gone = [Delete(messages.path(one.message.id), one.version) for one in group]
    outcomes = [Delete(messages.outcomes(one.message.id).path(id_)) for one in group for id_ in one.outcomes]
    kept = store.removed_counts.adding(one.message for one in group)
    return [*gone, *outcomes, *kept, *_hanging_on(store, [id_ for one in group for id_ in one.ids])]


def _hanging_on(store: WorkspaceStore, ids: Sequence[str]) -> Iterator[Operation]:
    for start in range(0, len(ids), _IN_ONE_QUERY):
        some = ids[start : start + _IN_ONE_QUERY]
        yield from store.outbox.forgetting(some)
        yield from store.remembered_requests.forgetting(some)
