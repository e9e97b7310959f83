"""Forty people at one message, and any sequence of calls: the rules of a message's life hold on every store."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.domain.errors import OutreachError
from shared.domain.generation import GenerationRequest
from shared.domain.ids import derived_id
from shared.domain.message import Message, MessageStatus
from shared.domain.message_moves import blocking_checks
from shared.domain.outcome import OutcomeKind, milestones_of
from shared.ports import Documents
from shared.repositories.store import DECLARED_INDEXES, Store
from shared.services.approve_message import ApprovalRequest
from shared.services.edit_message import MessageEdit
from shared.services.record_outcome import NewOutcome
from shared.services.reject_message import RejectionRequest
from tests.builders import Product, product, prospect

THREADS = 40
MESSAGE = derived_id("message")
TEXTS = ["Hola, Lucía: ¿cómo prepara cada ruta en Logística Norte?", "Hola, {{ nombre }}: ¿qué tal las rutas?"]


def generated(made: Product) -> Message:
    asked = {"prospect": prospect(linkedin_url="linkedin.com/in/lucia").model_dump(), "format": "linkedin_note"}
    request = GenerationRequest.model_validate(asked | {"language": "es", "register": "usted"})
    return made.services.generate_message(made.principal, request, MESSAGE)


def stored(made: Product) -> Message:
    return made.services.list_messages.one(made.principal, MESSAGE)


def require_counters_equal_a_recount(made: Product) -> None:
    day = made.clock.now().date()
    first, last = day - timedelta(days=6), day + timedelta(days=1)
    assert made.services.recount_counters(made.principal.workspace_id, first, last).mended == ()


def require_rules(made: Product) -> None:
    """What is true of every message, whatever was done to it."""
    message = stored(made)
    approval = message.approval
    assert (approval is not None) == (message.status in {MessageStatus.APPROVED, MessageStatus.SENT})
    if approval is not None:
        assert approval.fingerprint == message.fingerprint
        assert (approval.reason is not None) == bool(approval.overridden)
    assert (message.rejection is not None) == (message.status is MessageStatus.REJECTED)
    assert (message.milestones.sent_at is not None) == (message.status is MessageStatus.SENT)
    assert (message.sent_day is not None) == (message.status is MessageStatus.SENT)
    outcomes = made.services.list_messages.outcomes(made.principal, MESSAGE)
    assert message.milestones == milestones_of(outcomes, is_invitation=True)
    assert len({outcome.id for outcome in outcomes}) == len(outcomes)


@pytest.fixture
def shop(open_documents: Callable[..., Documents]) -> Product:
    """The services over the store under test."""
    return product(store=open_documents(*DECLARED_INDEXES))


def test_forty_people_who_approve_and_edit_one_message_leave_it_whole(shop: Product) -> None:
    message = generated(shop)

    def work(number: int) -> str:
        try:
            if number % 2:
                request = ApprovalRequest(fingerprint=message.fingerprint)
                return shop.services.approve_message(shop.principal, MESSAGE, request).status.value
            edit = MessageEdit(body=f"Hola, Lucía: ¿qué ruta de Logística Norte revisa antes? {number}")
            return shop.services.edit_message(shop.principal, MESSAGE, edit, message.fingerprint).body
        except OutreachError as error:
            return type(error).__name__

    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(work, range(THREADS)))
    edits = [answer for answer in answers if answer.startswith("Hola")]
    assert len(edits) == 1, answers
    assert stored(shop).body == edits[0]
    assert stored(shop).status in {MessageStatus.READY, MessageStatus.NEEDS_REVIEW}
    require_rules(shop)
    require_counters_equal_a_recount(shop)


def test_forty_people_who_approve_one_message_approve_it_once(shop: Product) -> None:
    request = ApprovalRequest(fingerprint=generated(shop).fingerprint)
    with ThreadPoolExecutor(THREADS) as pool:
        approvals = list(
            pool.map(lambda _: shop.services.approve_message(shop.principal, MESSAGE, request), range(THREADS))
        )
    assert len({approval.updated_at for approval in approvals}) == 1
    require_counters_equal_a_recount(shop)
    cells = Store(shop.documents, b"").of(shop.principal.workspace_id).counters
    day = shop.clock.now().date()
    assert cells.days(day, day)[day].counts["approved:total"] == 1


calls = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.sampled_from([0, 1]), st.booleans()),
        st.tuples(st.just("approve"), st.booleans(), st.booleans()),
        st.tuples(st.just("reject"), st.none(), st.none()),
        st.tuples(st.sampled_from([kind.value for kind in OutcomeKind]), st.none(), st.none()),
        st.tuples(st.just("undo"), st.integers(0, 9), st.sampled_from([None, "replied", "sent"])),
    ),
    min_size=4,
    max_size=20,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(taken=calls)
def test_any_sequence_of_calls_keeps_the_rules(taken: list[tuple[str, object, object]]) -> None:
    made = product()
    generated(made)
    for number, (what, one, other) in enumerate(taken):
        made.clock.advance(20_000)
        try:
            call(made, what, one, other, derived_id("outcome", str(number)))
        except OutreachError as error:
            if error.status not in {409, 412, 422}:
                raise
        require_rules(made)
    blocked = {"length", "placeholders", "suppression"} & set(blocking_checks(stored(made)))
    assert not (blocked and stored(made).status in {MessageStatus.APPROVED, MessageStatus.SENT})
    require_counters_equal_a_recount(made)


def call(made: Product, what: str, one: object, other: object, outcome_id: str) -> None:
    services, who, message = made.services, made.principal, stored(made)
    match what:
        case "edit":
            seen = message.fingerprint if other else "sha256:" + "0" * 64
            services.edit_message(who, MESSAGE, MessageEdit(body=TEXTS[int(str(one))]), seen)
        case "approve":
            reason = "Así lo quiero" if one else None
            seen = message.fingerprint if other else "sha256:" + "0" * 64
            services.approve_message(who, MESSAGE, ApprovalRequest(fingerprint=seen, reason=reason))
        case "reject":
            services.reject_message(who, MESSAGE, RejectionRequest())
        case "undo":
            outcomes = services.list_messages.outcomes(who, MESSAGE)
            if outcomes:
                corrected = outcomes[int(str(one)) % len(outcomes)].id
                new = NewOutcome.model_validate({"kind": other, "corrects": corrected})
                services.record_outcome(who, MESSAGE, new, outcome_id)
        case kind:
            services.record_outcome(who, MESSAGE, NewOutcome(kind=OutcomeKind(kind)), outcome_id)
