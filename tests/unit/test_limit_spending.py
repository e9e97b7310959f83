"""Generation is paused where a day's messages have cost the limit, once a day, and nowhere else."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.workspace import SettingsChange
from shared.repositories.messages import MessageChange
from shared.repositories.store import DECLARED_INDEXES, Store
from shared.services.limit_spending import LimitSpending
from tests.builders import demo_settings, stored_message
from tests.fakes import FixedClock
from tests.memory_documents import MemoryDocuments

NOON = datetime(2027, 3, 15, 12, 0, tzinfo=UTC)
SPENDER, SAVER = "spender", "saver"


class Spending:
    """Two workspaces; the limit is 2 units a day and a message costs 1."""

    def __init__(self) -> None:
        self.clock = FixedClock(NOON)
        self.documents = MemoryDocuments(DECLARED_INDEXES)
        self.store = Store(self.documents, b"a key")
        for id_ in (SPENDER, SAVER):
            self.documents.write([self.store.workspaces.creation(id_, demo_settings())])
        self.step = LimitSpending(self.store, self.clock, 2.0)
        self._written = 0

    def write_message(self, workspace_id: str) -> None:
        self._written += 1
        message = stored_message()
        today = self.clock.now().date()
        writer = message.writer.model_copy(update={"cost_micros": 1_000_000})
        fields = {"id": f"message{self._written}", "writer": writer, "created_at": self.clock.now()}
        message = message.model_copy(update=fields | {"created_day": today})
        self.documents.write(self.store.of(workspace_id).messages.writing([MessageChange(message)], today))

    def paused(self, workspace_id: str) -> bool:
        found = self.store.workspaces.settings(workspace_id)
        assert found is not None
        return found[0].generation_paused

    def lift(self, workspace_id: str) -> None:
        found = self.store.workspaces.settings(workspace_id)
        assert found is not None
        lifted = found[0].changed(SettingsChange(generation_paused=False))
        self.documents.write([self.store.workspaces.change(workspace_id, lifted, found[1])])


def test_who_has_spent_the_limit_is_paused_and_nobody_else() -> None:
    spending = Spending()
    for workspace in (SPENDER, SAVER, SPENDER):
        spending.write_message(workspace)
    assert spending.step() == 1
    assert (spending.paused(SPENDER), spending.paused(SAVER)) == (True, False)
    assert spending.step() == 0


def test_who_lifts_the_pause_goes_on_until_the_next_day() -> None:
    spending = Spending()
    for _ in range(2):
        spending.write_message(SPENDER)
    spending.step()
    spending.lift(SPENDER)
    spending.write_message(SPENDER)
    assert (spending.step(), spending.paused(SPENDER)) == (0, False)

    spending.clock.advance(timedelta(days=1).total_seconds())
    assert spending.step() == 0, "yesterday's money is no reason"
    for _ in range(2):
        spending.write_message(SPENDER)
    assert (spending.step(), spending.paused(SPENDER)) == (1, True)


def test_it_looks_every_five_minutes_only() -> None:
    spending = Spending()
    for _ in range(2):
        spending.write_message(SPENDER)
    spending.clock.advance(60)
    assert spending.step() == 0
    spending.clock.advance(4 * 60)
    assert spending.step() == 1


def test_without_a_limit_nothing_is_paused() -> None:
    spending = Spending()
    for _ in range(9):
        spending.write_message(SPENDER)
    assert LimitSpending(spending.store, spending.clock, None)() == 0
    assert not spending.paused(SPENDER)


def test_the_pause_is_told_to_whoever_watches(capsys: pytest.CaptureFixture[str]) -> None:
    spending = Spending()
    for _ in range(2):
        spending.write_message(SPENDER)
    spending.step()
    assert "spend_limit_reached" in capsys.readouterr().err
