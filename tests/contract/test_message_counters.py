"""Rule 1 of the data model on every store: whatever is done to messages, the counters equal a recount."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.domain.documents import Json, Put
from shared.domain.errors import Sentence, UnknownOutcomeError, WriteConflictError
from shared.domain.ids import derived_id
from shared.domain.language import Format
from shared.domain.message import Approval, Message, MessageStatus
from shared.domain.message_counts import batch_counts_of, counts_of
from shared.domain.outcome import Milestones, Sentiment
from shared.ports import Documents
from shared.repositories.messages import MessageChange
from shared.repositories.store import DECLARED_INDEXES, Store
from shared.services.fold_counters import FoldCounters
from shared.services.recount_counters import Mending, RecountCounters
from tests.builders import demo_settings, stored_message
from tests.contract.documents_adapters import OpenDocuments
from tests.fakes import FaultyDocuments, FixedClock

FIRST = date(2026, 11, 20)
DAYS = 5
LAST = FIRST + timedelta(days=DAYS)
BATCH = derived_id("batch")

Step = tuple[str, int, int]
steps = st.lists(
    st.tuples(
        st.sampled_from(["generate", "approve", "reject", "send", "unsend", "reply", "unreply", "next day", "fold"]),
        st.integers(0, 3),
        st.sampled_from([0, 0, 0, 1, 2]),
    ),
    max_size=25,
)
"""What is done, to which message, and how the write goes: well, reported as unknown, or not at all."""


class History:
    """One workspace under random hands."""

    def __init__(self, documents: Documents, workspace_id: str) -> None:
        self.documents = FaultyDocuments(documents)
        self.store = Store(self.documents, b"key")
        self.workspace = self.store.of(workspace_id)
        self.workspace_id = workspace_id
        self.clock = FixedClock()
        self.clock.advance((FIRST - self.clock.now().date()).days * 86_400)
        documents.write([self.store.workspaces.creation(workspace_id, demo_settings())])

    @property
    def today(self) -> date:
        return self.clock.now().date()

    def take(self, step: Step) -> None:
        what, number, fault = step
        if what == "next day":
            self.clock.advance(86_400 if self.today < LAST else 60)
        elif what == "fold":
            FoldCounters(self.store, self.clock)(self.workspace_id)
        else:
            self._change(what, derived_id("message", str(number)), fault)

    def _change(self, what: str, id_: str, fault: int) -> None:
        found = self.workspace.messages.find_versioned(id_)
        if (found is None) != (what == "generate"):
            return
        after = self._generated(id_) if found is None else changed(found[0], what, self.clock)
        self.write(MessageChange(after, found), fault)

    def _generated(self, id_: str) -> Message:
        checks = ("grounding",) if id_ == derived_id("message", "1") else ()
        batch = BATCH if id_ != derived_id("message", "2") else None
        now = self.clock.now()
        return stored_message(
            id=id_, batch_id=batch, review_checks=checks, format=Format.LINKEDIN_NOTE, created_at=now, updated_at=now
        )

    def write(self, change: MessageChange, fault: int = 0) -> None:
        """Write as a service does; after an unknown outcome the same write again, which must not count twice."""
        if fault == 1:
            self.documents.fail_after_next_write(UnknownOutcomeError(Sentence("?", "?")))
        operations = self.workspace.messages.writing([change], self.today)
        if fault == 2:
            return
        try:
            self.documents.write(operations)
        except UnknownOutcomeError:
            with pytest.raises(WriteConflictError):
                self.documents.write(operations)

    def counted(self) -> dict[date, Counter[str]]:
        """What the stored messages count, by day."""
        total: dict[date, Counter[str]] = {}
        for number in range(4):
            message = self.workspace.messages.find(derived_id("message", str(number)))
            for day, counts in ({} if message is None else counts_of(message)).items():
                total.setdefault(day, Counter()).update(counts)
        return total

    def shown(self) -> dict[date, Counter[str]]:
        """What the counters say, by day."""
        cells = self.workspace.counters.days(FIRST, LAST)
        return {day: Counter(cell.counts) for day, cell in cells.items() if cell.counts}


def changed(message: Message, what: str, clock: FixedClock) -> Message:
    """The message after something was done to it, whether or not a service would allow it."""
    now = clock.now()
    reached = message.milestones
    approval = Approval(by="a", at=now, fingerprint=message.fingerprint, overridden=("register",))
    updates: dict[str, dict[str, object]] = {
        "approve": {"approval": approval, "changed_share": 0.34, "status": MessageStatus.APPROVED},
        "reject": {"approval": None, "status": MessageStatus.REJECTED},
        "send": {"sent_day": now.date(), "milestones": Milestones(sent_at=now), "status": MessageStatus.SENT},
        "unsend": {"sent_day": None, "milestones": Milestones(), "status": MessageStatus.APPROVED},
        "reply": {
            "milestones": reached.model_copy(
                update={"first_reply_at": now, "first_reply": Sentiment.POSITIVE, "first_positive_at": now}
            )
        },
        "unreply": {"milestones": Milestones(sent_at=reached.sent_at)},
    }
    return message.model_copy(update=updates[what] | {"updated_at": now})


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(taken=steps)
def test_after_any_sequence_of_changes_and_faults_the_counters_equal_a_recount(
    open_adapter: OpenDocuments, tmp_path_factory: pytest.TempPathFactory, taken: list[Step]
) -> None:
    with open_adapter(tmp_path_factory.mktemp("history"), DECLARED_INDEXES) as documents:
        history = History(documents, "w")
        for step in taken:
            history.take(step)
        assert history.shown() == history.counted()
        batch = [m for n in range(4) if (m := history.workspace.messages.find(derived_id("message", str(n))))]
        in_batch = sum((batch_counts_of(message) for message in batch if message.batch_id == BATCH), Counter())
        assert Counter(history.workspace.counters.batch(BATCH).counts) == in_batch
        recount = RecountCounters(history.store)
        assert recount("w", FIRST, LAST).mended == ()
        assert recount.batch("w", BATCH).mended == ()


@pytest.fixture
def history(open_documents: Callable[..., Documents]) -> History:
    return History(open_documents(*DECLARED_INDEXES), "w")


def test_a_recount_mends_what_was_falsified_and_says_what(history: History) -> None:
    history.take(("generate", 0, 0))
    history.take(("next day", 0, 0))
    FoldCounters(history.store, history.clock)("w")
    cell = history.workspace.counters.days(FIRST, FIRST)[FIRST]
    wrong: dict[str, Json] = {**cell.counts, "generated:total": 7, "sent:total": 3}
    history.documents.write([Put(cell.path, payload={"counts": wrong})])
    recount = RecountCounters(history.store)("w", FIRST, LAST)
    assert recount.mended == (
        Mending(str(FIRST), "generated:total", 7, 1),
        Mending(str(FIRST), "sent:total", 3, 0),
    )
    assert history.shown() == history.counted()


def test_folding_leaves_one_document_a_day_and_every_figure(history: History) -> None:
    for number in range(4):
        history.take(("generate", number, 0))
    shown = history.shown()
    history.take(("next day", 0, 0))
    assert FoldCounters(history.store, history.clock)("w") == [FIRST]
    assert [len(cell.documents) for cell in history.workspace.counters.days(FIRST, FIRST).values()] == [1]
    assert history.shown() == shown
    assert FoldCounters(history.store, history.clock)("w") == []


def test_two_messages_of_one_write_count_together_and_tell_their_events(history: History) -> None:
    messages = [stored_message(id=derived_id("message", str(number))) for number in range(40)]
    operations = history.workspace.messages.writing([MessageChange(message) for message in messages], FIRST)
    history.documents.write(operations)
    [cell] = history.workspace.counters.days(messages[0].created_day, messages[0].created_day).values()
    assert cell.counts["generated:total"] == 40
    assert len(history.workspace.outbox.page([], None, 100).items) == 40
