"""The Documents port: what a caller can do when nobody knows whether its write was applied."""

from collections.abc import Callable, Sequence

import pytest

from shared.domain.documents import Create, Document, Increment, Operation, Update
from shared.domain.errors import Sentence, UnknownOutcomeError, WriteConflictError
from shared.ports import Documents

GUARD = "workspaces/w/messages/m"
COUNTER = "workspaces/w/counters/day"


class CutConnection:
    """Documents whose connection is cut at the n-th write, before it was sent or after it was applied."""

    def __init__(self, documents: Documents, *, cut_at: int, applied: bool) -> None:
        self._documents = documents
        self._cut_at = cut_at
        self._applied = applied
        self.writes = 0

    def get(self, path: str) -> Document | None:
        return self._documents.get(path)

    def write(self, operations: Sequence[Operation]) -> str:
        self.writes += 1
        if self.writes != self._cut_at:
            return self._documents.write(operations)
        if self._applied:
            self._documents.write(operations)
        raise UnknownOutcomeError(Sentence("No se sabe si se guardó.", "It is not known whether it was stored."))


def won(documents, write: Callable[[], str], is_mine: Callable[[Document | None], bool]) -> bool:
    """Whether the write was applied: its own answer or, failing that, what the guarded document says."""
    try:
        write()
    except WriteConflictError:
        return False
    except UnknownOutcomeError:
        return is_mine(documents.get(GUARD))
    return True


@pytest.mark.parametrize("applied", [True, False])
def test_a_created_document_tells_whether_its_write_won(documents, applied):
    cut = CutConnection(documents, cut_at=1, applied=applied)
    write: list[Operation] = [Create(GUARD, payload={"by": "me"}), Increment(COUNTER, {("n",): 1})]

    def is_mine(guard: Document | None) -> bool:
        return guard is not None and guard.payload["by"] == "me"

    assert won(cut, lambda: cut.write(write), is_mine) is applied
    if not applied:
        assert won(cut, lambda: cut.write(write), is_mine)

    counter = documents.get(COUNTER)
    assert counter is not None
    assert counter.payload == {"n": 1}


@pytest.mark.parametrize("applied", [True, False])
def test_a_document_guarded_by_version_tells_whether_its_write_won(documents, applied):
    version = documents.write([Create(GUARD, payload={"generation": 1})])
    cut = CutConnection(documents, cut_at=1, applied=applied)
    write: list[Operation] = [
        Update(GUARD, payload={("generation",): 2}, version=version),
        Increment(COUNTER, {("n",): 1}),
    ]

    def is_mine(guard: Document | None) -> bool:
        return guard is not None and guard.version != version and guard.payload["generation"] == 2

    assert won(cut, lambda: cut.write(write), is_mine) is applied
    if not applied:
        assert won(cut, lambda: cut.write(write), is_mine)

    counter = documents.get(COUNTER)
    assert counter is not None
    assert counter.payload == {"n": 1}


@pytest.mark.parametrize("applied", [True, False])
def test_a_blind_repetition_never_counts_twice(documents, applied):
    cut = CutConnection(documents, cut_at=1, applied=applied)
    write: list[Operation] = [Create(GUARD), Increment(COUNTER, {("n",): 1})]

    with pytest.raises(UnknownOutcomeError):
        cut.write(write)
    if applied:
        with pytest.raises(WriteConflictError):
            cut.write(write)
    else:
        cut.write(write)

    counter = documents.get(COUNTER)
    assert counter is not None
    assert counter.payload == {"n": 1}
