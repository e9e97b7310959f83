"""What the nights do for the figures, on every store: prove the counters, say what was mended, summarize the months."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from shared.domain.documents import Json, Put
from shared.domain.ids import derived_id
from shared.domain.message import Message, MessageStatus
from shared.domain.outcome import Milestones, Sentiment
from shared.ports import Documents
from shared.repositories.messages import MessageChange
from shared.repositories.store import DECLARED_INDEXES, Store
from shared.services.prove_counters import ProveCounters
from shared.services.recount_counters import RecountCounters
from shared.services.summarize_months import SummarizeMonths
from tests.builders import demo_settings, stored_message
from tests.fakes import FixedClock

WORKSPACE = "w"
OCTOBER = date(2026, 10, 1)


class Figures:
    """One workspace with messages of two months."""

    def __init__(self, documents: Documents) -> None:
        self.documents = documents
        self.store = Store(documents, b"key")
        self.workspace = self.store.of(WORKSPACE)
        self.clock = FixedClock(datetime(2026, 11, 1, 4, tzinfo=UTC))
        documents.write([self.store.workspaces.creation(WORKSPACE, demo_settings())])
        self.summarize = SummarizeMonths(self.store, self.clock)
        self.prove = ProveCounters(self.store, RecountCounters(self.store), self.clock)

    def write(self, day: date, *, positive: bool = False, role: str = "operations") -> None:
        at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
        reached = Milestones(
            sent_at=at,
            first_reply_at=at if positive else None,
            first_reply=Sentiment.POSITIVE if positive else None,
            first_positive_at=at if positive else None,
        )
        message: Message = stored_message(
            id=derived_id("message", str(day), role, str(positive)),
            status=MessageStatus.SENT,
            role={"key": role, "matched_by": "title"},
            created_at=at,
            updated_at=at,
            sent_day=day,
            milestones=reached,
        )
        change = MessageChange(message, is_news=False)
        self.documents.write(self.workspace.messages.writing([change], self.clock.now().date()))

    def falsify(self, day: date, **wrong: int) -> None:
        cell = self.workspace.counters.days(day, day)[day]
        counts: dict[str, Json] = {**cell.counts, **{f"{event}:total": amount for event, amount in wrong.items()}}
        self.documents.write([Put(cell.path, payload={"counts": counts})])


@pytest.fixture
def figures(open_documents: Callable[..., Documents]) -> Figures:
    return Figures(open_documents(*DECLARED_INDEXES))


def test_a_month_is_summarized_by_role_once_it_is_over_and_again_when_it_is_mature(figures: Figures) -> None:
    figures.write(date(2026, 9, 10))
    figures.write(date(2026, 10, 30), positive=True)
    figures.write(date(2026, 10, 30), role="sales")
    made = figures.summarize(WORKSPACE)
    assert [(summary.month, summary.is_final) for summary in made] == [("2026-09", True), ("2026-10", False)]
    october = figures.workspace.summaries.find("2026-10")
    assert october is not None
    assert (october.from_, october.to) == (OCTOBER, date(2026, 10, 31))
    assert {role: (one.sent, one.positive) for role, one in october.roles.items()} == {
        "operations": (1, 1),
        "sales": (1, 0),
    }
    assert (october.totals.sent, october.previous_totals.sent) == (2, 1)
    assert not october.totals.rates["positive"].mature
    assert figures.summarize(WORKSPACE) == []
    figures.write(date(2026, 10, 31))
    figures.clock.advance(13 * 86_400)
    [final] = figures.summarize(WORKSPACE)
    assert (final.month, final.is_final, final.totals.sent) == ("2026-10", True, 3)
    assert final.totals.rates["positive"].mature
    assert figures.summarize(WORKSPACE) == []


def test_each_summary_is_told_to_webhooks_and_a_month_without_messages_is_none(figures: Figures) -> None:
    assert figures.summarize(WORKSPACE) == []
    figures.write(date(2026, 10, 30))
    figures.summarize(WORKSPACE)
    figures.clock.advance(14 * 86_400)
    figures.summarize(WORKSPACE)
    told = figures.workspace.outbox.page([], None, 10).items
    assert [(entry.event.value, entry.month) for entry in told] == [("summary.monthly", "2026-10")] * 2


def test_a_night_proves_the_days_before_and_says_what_it_mended(figures: Figures) -> None:
    night = figures.clock.now().date()
    yesterday, matured = night - timedelta(days=1), night - timedelta(days=14)
    for day in (yesterday, matured):
        figures.write(day, positive=True)
    figures.falsify(matured, sent=7)
    proof = figures.prove(WORKSPACE)
    assert proof.days == [night - timedelta(days=45), matured, yesterday]
    assert [(one.of, one.name, one.was, one.is_now) for one in proof.mended] == [(str(matured), "sent:total", 7, 1)]
    assert (proof.mended_counts, proof.busy_days) == (1, [])
    assert figures.workspace.counters.days(matured, matured)[matured].counts["sent:total"] == 1
    figures.falsify(yesterday, sent=9)
    assert figures.prove(WORKSPACE) == proof  # once a night
    figures.clock.advance(86_400)
    assert figures.prove(WORKSPACE).is_clean


def test_a_day_that_was_too_busy_is_looked_at_the_night_after(figures: Figures) -> None:
    night = figures.clock.now().date()
    proofs = figures.workspace.counter_proofs
    busy = figures.prove(WORKSPACE).model_copy(update={"busy_days": [OCTOBER]})
    figures.documents.write([proofs.replacement(str(night), busy)])
    figures.clock.advance(86_400)
    assert OCTOBER in figures.prove(WORKSPACE).days
