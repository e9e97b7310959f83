"""A message from its draft to what became of it: who may do what to it, and when."""

from datetime import timedelta

import pytest

from shared.domain.errors import (
    ConflictError,
    InvalidInputError,
    NotFoundError,
    NotPermittedError,
    PreconditionFailedError,
    Sentence,
    UnknownOutcomeError,
)
from shared.domain.generation import GenerationRequest
from shared.domain.ids import derived_id
from shared.domain.language import Format, Language
from shared.domain.member import Member
from shared.domain.message import Draft, Message, MessageStatus
from shared.domain.outcome import OutcomeKind, Sentiment
from shared.domain.principal import PERMISSIONS_OF, Principal, PrincipalKind, WorkspaceRole
from shared.services.approve_message import ApprovalRequest
from shared.services.approve_messages import SeenMessage
from shared.services.edit_message import MessageEdit
from shared.services.list_messages import MessageSelection
from shared.services.record_outcome import NewOutcome
from shared.services.reject_message import RejectionRequest
from tests.builders import GOOD_DRAFT, Product, product, prospect
from tests.fakes import ScriptedWriter

BAD_REGISTER = Draft(body="Hola, Lucía: diriges Operaciones en Logística Norte. ¿Qué le quita más tiempo a usted?")
TOO_LONG = Draft(body="Hola, Lucía: " + "un detalle más de su trabajo " * 20)
OTHER = "Hola, Lucía: dirige Operaciones en Logística Norte. ¿Cómo prepara cada ruta?"


def generated(made: Product, name: str = "message", format_: str = "linkedin_note") -> Message:
    person = prospect(linkedin_url=f"linkedin.com/in/{name}").model_dump()
    asked = {"prospect": person, "format": format_, "language": "es", "register": "usted"}
    return made.services.generate_message(made.principal, GenerationRequest.model_validate(asked), derived_id(name))


def approve(made: Product, message: Message, reason: str | None = None) -> Message:
    request = ApprovalRequest(fingerprint=message.fingerprint, reason=reason)
    return made.services.approve_message(made.principal, message.id, request)


def note(made: Product, message: Message, kind: str | None, **fields: object) -> str:
    made.clock.advance(60)
    new = NewOutcome.model_validate({"kind": kind, **fields})
    id_ = derived_id("outcome", made.clock.now().isoformat())
    return made.services.record_outcome(made.principal, message.id, new, id_).id


def now_of(made: Product, message: Message) -> Message:
    return made.services.list_messages.one(made.principal, message.id)


def test_an_edit_is_examined_again_and_the_generated_text_is_kept() -> None:
    made = product()
    message = approve(made, generated(made))
    edit = MessageEdit(body="Hola, Marta: dirige Operaciones en Logística Norte.")
    edited = made.services.edit_message(made.principal, message.id, edit, message.fingerprint)
    assert edited.status is MessageStatus.NEEDS_REVIEW
    assert edited.approval is None
    assert edited.before_edit == Draft(body=GOOD_DRAFT.body)
    assert 0 < edited.changed_share < 1
    again = made.services.edit_message(made.principal, message.id, MessageEdit(body=OTHER), edited.fingerprint)
    assert (again.status, again.before_edit) == (MessageStatus.READY, Draft(body=GOOD_DRAFT.body))


@pytest.mark.parametrize("if_match", [None, "sha256:" + "0" * 64])
def test_an_edit_of_another_text_than_was_seen_changes_nothing(if_match: str | None) -> None:
    made = product()
    message = generated(made)
    with pytest.raises(PreconditionFailedError):
        made.services.edit_message(made.principal, message.id, MessageEdit(body=OTHER), if_match)
    assert now_of(made, message) == message


def test_a_note_takes_no_subject_and_an_email_needs_one() -> None:
    made = product(ScriptedWriter(Draft(subject="rutas", body=GOOD_DRAFT.body), GOOD_DRAFT))
    email, note_ = generated(made, "email", "email"), generated(made, "note")
    for message, edit in ((email, MessageEdit(subject=None)), (note_, MessageEdit(subject="rutas"))):
        with pytest.raises(InvalidInputError) as raised:
            made.services.edit_message(made.principal, message.id, edit, message.fingerprint)
        assert [error.pointer for error in raised.value.errors] == ["/subject"]


def test_an_approval_is_of_exactly_the_text_that_was_seen() -> None:
    made = product()
    message = generated(made)
    edited = made.services.edit_message(made.principal, message.id, MessageEdit(body=OTHER), message.fingerprint)
    with pytest.raises(ConflictError):
        approve(made, message)
    assert approve(made, edited).approval == approve(made, edited).approval


def test_what_blocks_is_approved_with_a_reason_and_the_checks_are_kept() -> None:
    made = product(ScriptedWriter(BAD_REGISTER))
    message = generated(made)
    assert message.status is MessageStatus.NEEDS_REVIEW
    with pytest.raises(InvalidInputError) as raised:
        approve(made, message)
    assert [error.pointer for error in raised.value.errors] == ["/reason"]
    approval = approve(made, message, "Lo conozco y nos tratamos así").approval
    assert approval is not None
    assert approval.overridden == ("register",)
    assert approval.reason == "Lo conozco y nos tratamos así"


@pytest.mark.parametrize("draft", [TOO_LONG, Draft(body="Hola, Lucía: le escribo por {{ tema }}.")])
def test_length_and_placeholders_are_never_overridden(draft: Draft) -> None:
    made = product(ScriptedWriter(draft))
    message = generated(made)
    with pytest.raises(ConflictError):
        approve(made, message, "Da igual")


def test_many_are_approved_at_once_and_each_has_its_answer() -> None:
    made = product(ScriptedWriter(GOOD_DRAFT, BAD_REGISTER))
    ready, blocked = generated(made, "ready"), generated(made, "blocked")
    seen = [
        SeenMessage(id=ready.id, fingerprint=ready.fingerprint),
        SeenMessage(id=blocked.id, fingerprint=blocked.fingerprint),
        SeenMessage(id=derived_id("nothing"), fingerprint=ready.fingerprint),
        SeenMessage(id=ready.id, fingerprint=ready.fingerprint),
    ]
    answers = made.services.approve_messages.named(made.principal, seen)
    assert [one.id for one in answers] == [one.id for one in seen]
    assert [type(one.problem) for one in answers] == [type(None), InvalidInputError, NotFoundError, type(None)]
    assert now_of(made, ready).status is MessageStatus.APPROVED
    assert now_of(made, blocked).status is MessageStatus.NEEDS_REVIEW


def test_a_filter_approves_all_that_are_ready_and_says_if_some_are_left() -> None:
    made = product()
    messages = [generated(made, f"person-{number}") for number in range(45)]
    answers, left = made.services.approve_messages.selected(made.principal, MessageSelection(role="operations"))
    assert (len(answers), left) == (45, False)
    assert {now_of(made, message).status for message in messages} == {MessageStatus.APPROVED}


def test_a_bulk_approval_whose_outcome_is_unknown_is_looked_up() -> None:
    made = product()
    message = generated(made)
    made.documents.fail_after_next_write(UnknownOutcomeError(Sentence("?", "?")))
    seen = [SeenMessage(id=message.id, fingerprint=message.fingerprint)]
    [answer] = made.services.approve_messages.named(made.principal, seen)
    assert answer.message is not None
    assert answer.message.status is MessageStatus.APPROVED


def test_a_sent_message_is_neither_edited_nor_approved_nor_rejected() -> None:
    made = product()
    message = approve(made, generated(made))
    note(made, message, "sent", account="ventas@example.com")
    for attempt in (
        lambda: made.services.edit_message(made.principal, message.id, MessageEdit(body=OTHER), message.fingerprint),
        lambda: approve(made, message),
        lambda: made.services.reject_message(made.principal, message.id, RejectionRequest()),
        lambda: note(made, message, "sent"),
    ):
        with pytest.raises(ConflictError) as raised:
            attempt()
        assert "enviado" in raised.value.sentence.es
        assert "anotar" in raised.value.sentence.es
    assert now_of(made, message).milestones.account == "ventas@example.com"


def test_a_rejected_message_can_be_edited_and_begins_anew() -> None:
    made = product()
    message = generated(made)
    rejection = made.services.reject_message(made.principal, message.id, RejectionRequest(reason="No encaja"))
    assert rejection.rejection is not None
    assert rejection.rejection.reason == "No encaja"
    edited = made.services.edit_message(made.principal, message.id, MessageEdit(body=OTHER), message.fingerprint)
    assert (edited.status, edited.rejection) == (MessageStatus.READY, None)


@pytest.mark.parametrize(
    ("kind", "format_", "pending"),
    [("replied", "linkedin_note", True), ("accepted", "email", False), ("bounced", "linkedin_note", False)],
)
def test_what_cannot_become_of_a_message_is_refused(kind: str, format_: str, *, pending: bool) -> None:
    made = product(ScriptedWriter(Draft(subject=None if format_ != "email" else "rutas", body=GOOD_DRAFT.body)))
    message = approve(made, generated(made, format_=format_))
    if not pending:
        note(made, message, "sent")
    with pytest.raises(ConflictError):
        note(made, message, kind)


def test_a_second_reply_is_kept_and_the_first_one_counts() -> None:
    made = product()
    message = approve(made, generated(made))
    note(made, message, "sent")
    note(made, message, "replied", sentiment="neutral")
    first = now_of(made, message).milestones.first_reply_at
    note(made, message, "replied", sentiment="positive")
    reached = now_of(made, message).milestones
    assert (reached.first_reply_at, reached.first_reply) == (first, Sentiment.NEUTRAL)
    assert reached.accepted_at == first
    assert reached.first_positive_at is not None
    assert len(made.services.list_messages.outcomes(made.principal, message.id)) == 3


def test_an_outcome_is_taken_back_by_a_new_one() -> None:
    made = product()
    message = approve(made, generated(made))
    sent = note(made, message, "sent")
    reply = note(made, message, "replied", sentiment="negative")
    with pytest.raises(ConflictError):
        note(made, message, None, corrects=sent)
    note(made, message, "replied", sentiment="positive", corrects=reply)
    assert now_of(made, message).milestones.first_reply is Sentiment.POSITIVE
    with pytest.raises(InvalidInputError):
        note(made, message, None, corrects=reply)
    for outcome in made.services.list_messages.outcomes(made.principal, message.id)[:0:-1]:
        if outcome.id != reply:
            note(made, message, None, corrects=outcome.id)
    note(made, message, None, corrects=sent)
    unsent = now_of(made, message)
    assert (unsent.status, unsent.sent_day, unsent.milestones.sent_at) == (MessageStatus.APPROVED, None, None)


def test_the_day_of_sending_can_be_corrected_while_answers_stand() -> None:
    made = product()
    message = approve(made, generated(made))
    made.clock.advance(3 * 86_400)
    sent = note(made, message, "sent")
    note(made, message, "replied")
    earlier = made.clock.now() - timedelta(days=2)
    note(made, message, "sent", corrects=sent, occurred_at=earlier)
    corrected = now_of(made, message)
    assert (corrected.sent_day, corrected.status) == (earlier.date(), MessageStatus.SENT)


@pytest.mark.parametrize("days", [-400, 1])
def test_a_time_that_cannot_be_is_refused(days: int) -> None:
    made = product()
    message = approve(made, generated(made))
    with pytest.raises(InvalidInputError) as raised:
        note(made, message, "sent", occurred_at=made.clock.now() + timedelta(days=days))
    assert [error.pointer for error in raised.value.errors] == ["/occurred_at"]


def test_a_repeated_outcome_is_noted_once() -> None:
    made = product()
    message = approve(made, generated(made))
    new = NewOutcome(kind=OutcomeKind.SENT)
    for _ in range(2):
        made.services.record_outcome(made.principal, message.id, new, derived_id("same"))
    assert len(made.services.list_messages.outcomes(made.principal, message.id)) == 1


def test_whoever_unsubscribes_is_not_written_to_on_any_channel_until_it_is_taken_back() -> None:
    made = product()
    message = approve(made, generated(made))
    asked = GenerationRequest(prospect_id=message.prospect.id, format=Format.LINKEDIN_MESSAGE, language=Language.ES)
    second = made.services.generate_message(made.principal, asked, derived_id("second"))
    note(made, message, "sent")
    unsubscribed = note(made, message, "unsubscribed")
    with pytest.raises(ConflictError):
        approve(made, second)
    note(made, message, None, corrects=unsubscribed)
    assert approve(made, second).status is MessageStatus.APPROVED


def test_an_unsubscription_is_not_taken_back_after_a_week() -> None:
    made = product()
    message = approve(made, generated(made))
    note(made, message, "sent")
    unsubscribed = note(made, message, "unsubscribed")
    made.clock.advance(8 * 86_400)
    with pytest.raises(ConflictError):
        note(made, message, None, corrects=unsubscribed)


def test_an_agent_changes_their_own_and_assigned_messages_only() -> None:
    made = product()
    message = generated(made)
    now = made.clock.now()
    member = Member(id="ana", email=None, name="Ana", role=WorkspaceRole.AGENT, joined_at=now, updated_at=now)
    members = made.services.store.of(made.principal.workspace_id).members
    made.documents.write([members.creation("ana", member)])
    agent = Principal(
        made.principal.workspace_id,
        PrincipalKind.PERSON,
        "ana",
        WorkspaceRole.AGENT,
        PERMISSIONS_OF[WorkspaceRole.AGENT],
    )
    with pytest.raises(NotPermittedError):
        made.services.reject_message(agent, message.id, RejectionRequest())
    [answer] = made.services.assign_messages(made.principal, [message.id], "ana")
    assert answer.message is not None
    assert answer.message.assignee == "ana"
    assert made.services.reject_message(agent, message.id, RejectionRequest()).status is MessageStatus.REJECTED
