"""What the clock does each minute, and each night."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.errors import NotFoundError, Sentence, UpstreamFailedError
from shared.repositories.store import DECLARED_INDEXES, Store
from shared.services.make_night_round import MakeNightRound
from shared.services.run_tick import RunTick
from tests.builders import demo_settings
from tests.fakes import FixedClock
from tests.memory_documents import MemoryDocuments

DOWN = UpstreamFailedError(Sentence("Caída.", "Down."))
NIGHT = datetime(2027, 3, 15, 3, 59, tzinfo=UTC)


def raising(error: Exception):
    def step() -> int:
        raise error

    return step


@pytest.mark.parametrize("fault", [DOWN, ValueError("a bug")])
def test_a_step_that_fails_keeps_no_other_from_its_work_and_is_told_in_the_end(fault: Exception) -> None:
    done: list[str] = []

    def last() -> int:
        done.append("last")
        return 1

    with pytest.raises(UpstreamFailedError):
        RunTick({"first": raising(fault), "last": last})()
    assert done == ["last"]


def test_a_tick_says_how_much_each_step_did() -> None:
    assert RunTick({"one": lambda: 1, "none": lambda: 0})() == {"one": 1, "none": 0}


class Rounds:
    """A night round over some workspaces, each visit of which takes a while."""

    def __init__(self, workspaces: int, seconds_a_visit: float = 0.0) -> None:
        self.clock = FixedClock(NIGHT)
        documents = MemoryDocuments(DECLARED_INDEXES)
        self.store = Store(documents, b"a key")
        self.ids = [f"workspace{number:03}" for number in range(workspaces)]
        for id_ in self.ids:
            documents.write([self.store.workspaces.creation(id_, demo_settings())])
        self.visited: list[str] = []
        self._seconds = seconds_a_visit
        self.round = MakeNightRound(self.store, "test", self._visit, self.clock)

    def _visit(self, workspace_id: str) -> None:
        self.visited.append(workspace_id)
        self.clock.advance(self._seconds)
        if workspace_id == "workspace001":
            raise NotFoundError(Sentence("No.", "No."))


def test_every_workspace_is_visited_once_a_night_not_before_four_and_a_failing_one_stops_nobody() -> None:
    rounds = Rounds(3)
    assert rounds.round() == 0
    rounds.clock.advance(60)
    assert [rounds.round(), rounds.round()] == [3, 0]
    assert rounds.visited == rounds.ids
    rounds.clock.advance(timedelta(days=1).total_seconds())
    assert rounds.round() == 3


def test_a_long_round_goes_on_where_the_last_tick_stopped() -> None:
    rounds = Rounds(250, seconds_a_visit=0.2)
    rounds.clock.advance(timedelta(hours=5).total_seconds())
    ticks = [rounds.round() for _ in range(5)]
    assert ticks == [100, 100, 50, 0, 0]
    assert rounds.visited == rounds.ids
