"""Follow-ups and an imported history on every store: what the services make of them, and what is counted."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from shared.domain.generation import GenerationRequest
from shared.domain.ids import derived_id
from shared.domain.language import Format
from shared.domain.message import Message, MessageStatus
from shared.domain.outcome import OutcomeKind
from shared.ports import Documents
from shared.repositories.store import DECLARED_INDEXES, Store
from shared.services.approve_message import ApprovalRequest
from shared.services.import_history import HistoryChoice
from shared.services.list_follow_ups import FollowUpSelection
from shared.services.list_messages import MessageSelection
from shared.services.open_demo import DEMO_WORKSPACE
from shared.services.open_people import Upload
from shared.services.record_outcome import NewOutcome
from shared.services.recount_counters import RecountCounters
from tests.builders import GOOD_DRAFT, Product, owner, product, prospect
from tests.fakes import FixedClock, FixedSecrets, ScriptedWriter

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
HISTORY = """Full Name,Email,Company,Channel,Sent at,Message,Outcome,Replied at
Tom Hale,tom@hale.example,Hale Ltd,email,2026-11-02,"Hi Tom, who plans the docks?",interested,2026-11-03
Ann Reed,ann@reed.example,Reed Ltd,email,2026-11-12,"Hi Ann, one idea.",,
Bo Li,bo@li.example,Li Ltd,email,2026-11-12,"Hi Bo, one idea.",unsubscribed,2026-11-13
"""


@pytest.fixture
def made(open_documents: Callable[..., Documents]) -> Product:
    writer = ScriptedWriter(GOOD_DRAFT)
    return product(writer, FixedClock(NOW), store=open_documents(*DECLARED_INDEXES))


def brought(made: Product) -> dict[str, int]:
    result = made.services.import_history(owner(), Upload(HISTORY.encode(), "h.csv"), HistoryChoice())
    return {"imported": result.imported, "known": result.known, "new_people": result.new_people}


def _all(made: Product) -> list[Message]:
    return made.services.list_messages(owner(), MessageSelection(), None, 50).items


def due(made: Product) -> list[str]:
    found = made.services.list_follow_ups(owner(), FollowUpSelection(), None, 50)
    return [one.message.prospect.full_name for one in found.items]


def sent(made: Product, **fields: Any) -> str:
    request = GenerationRequest(prospect=prospect(email="lucia@norte.example"), format=Format.EMAIL, **fields)
    message = made.services.generate_message(owner(), request, derived_id("first"))
    approval = ApprovalRequest(fingerprint=message.fingerprint, reason="Vale")
    made.services.approve_message(owner(), message.id, approval)
    made.services.record_outcome(owner(), message.id, NewOutcome(kind=OutcomeKind.SENT), derived_id("sent"))
    return message.id


def test_a_history_comes_in_once_and_its_counters_equal_a_recount(made: Product) -> None:
    assert brought(made) == {"imported": 3, "known": 0, "new_people": 3}
    assert brought(made) == {"imported": 0, "known": 3, "new_people": 0}
    store = Store(made.documents, FixedSecrets().get("identity-key"))
    recount = RecountCounters(store)(DEMO_WORKSPACE, date(2026, 11, 1), NOW.date())
    assert (recount.mended, recount.busy) == ((), ())
    assert sum(message.status is MessageStatus.SENT for message in _all(made)) == 3


def test_of_a_history_only_those_are_due_who_are_silent_and_may_be_written_to(made: Product) -> None:
    brought(made)
    assert due(made) == ["Ann Reed"]


def test_a_follow_up_and_the_message_before_it_change_in_one_write(made: Product) -> None:
    first = sent(made)
    made.clock.advance(5 * 86_400)
    assert due(made) == ["Lucía Ferrer"]
    request = GenerationRequest(follows=first, format=Format.EMAIL)
    follow_up = made.services.generate_message(owner(), request, derived_id("second"))
    assert made.services.generate_message(owner(), request, derived_id("second")) == follow_up
    before = made.services.list_messages.one(owner(), first)
    assert (before.thread.followed_by, follow_up.thread.follows) == (follow_up.id, first)
    assert follow_up.status in (MessageStatus.READY, MessageStatus.NEEDS_REVIEW)
    assert due(made) == []


def test_an_answer_takes_a_message_off_the_list_and_its_correction_puts_it_back(made: Product) -> None:
    first = sent(made)
    made.clock.advance(5 * 86_400)
    reply = NewOutcome(kind=OutcomeKind.REPLIED)
    made.services.record_outcome(owner(), first, reply, derived_id("reply"))
    assert due(made) == []
    made.services.record_outcome(owner(), first, NewOutcome(corrects=derived_id("reply")), derived_id("oops"))
    assert due(made) == ["Lucía Ferrer"]
