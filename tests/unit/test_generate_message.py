"""Generating one message: what is planned, what is stored, what happens when things go wrong."""

import pytest

from shared.domain.errors import (
    ConflictError,
    InvalidInputError,
    OutreachError,
    Sentence,
    UnknownOutcomeError,
    UpstreamTimeoutError,
)
from shared.domain.generation import GenerationRequest
from shared.domain.ids import derived_id
from shared.domain.message import Draft, MessageStatus
from shared.domain.workspace import SettingsChange
from shared.repositories.store import Store
from shared.services.list_messages import MessageSelection
from tests.builders import GOOD_DRAFT, Product, product, prospect
from tests.fakes import FixedClock, ScriptedWriter

MESSAGE_ID = derived_id("message")
TOO_LONG = Draft(body="Hola, Lucía: " + "detalle " * 40)
TIMED_OUT = UpstreamTimeoutError(Sentence("El modelo no respondió.", "The model did not answer."))


def request(**fields: object) -> GenerationRequest:
    known = {"prospect": prospect().model_dump(), "format": "linkedin_note", "language": "es"}
    return GenerationRequest.model_validate(known | fields)


def stored(made: Product) -> int:
    return len(made.services.list_messages(made.principal, MessageSelection(), None, 100).items)


def test_a_message_carries_what_it_rests_on() -> None:
    made = product()
    message = made.services.generate_message(made.principal, request(), MESSAGE_ID)
    assert message.id == MESSAGE_ID
    assert message.status is MessageStatus.READY
    assert (message.role.key, message.role.matched_by) == ("operations", "title")
    assert {"title", "company"} <= {fact.field for fact in message.facts}
    assert made.services.list_messages.one(made.principal, MESSAGE_ID) == message


def test_the_same_message_id_is_answered_again_and_stored_once() -> None:
    made = product(ScriptedWriter(GOOD_DRAFT, Draft(body="Otro texto, Lucía.")))
    first = made.services.generate_message(made.principal, request(), MESSAGE_ID)
    again = made.services.generate_message(made.principal, request(), MESSAGE_ID)
    assert again == first
    assert stored(made) == 1
    assert len(made.writer.requests) == 1


def test_a_blocked_draft_is_repaired_once_with_the_findings() -> None:
    made = product(ScriptedWriter(TOO_LONG, GOOD_DRAFT))
    message = made.services.generate_message(made.principal, request(), MESSAGE_ID)
    assert message.status is MessageStatus.READY
    assert message.body == GOOD_DRAFT.body
    assert message.first_draft == Draft(body=TOO_LONG.body.strip())
    assert [check.name for check in message.first_checks] == ["length"]
    assert message.writer.attempts == 2
    assert message.writer.cost_micros == 60
    repair = made.writer.requests[1].repair
    assert repair is not None
    assert [finding.name for finding in repair.findings] == ["length"]


def test_what_still_blocks_after_the_repair_needs_review() -> None:
    made = product(ScriptedWriter(TOO_LONG))
    message = made.services.generate_message(made.principal, request(), MESSAGE_ID)
    assert message.status is MessageStatus.NEEDS_REVIEW
    assert message.writer.attempts == 2


def test_a_slow_first_draft_is_not_repaired_while_a_person_waits() -> None:
    clock = FixedClock()
    made = product(ScriptedWriter(TOO_LONG, GOOD_DRAFT, clock=clock, seconds=2.5), clock=clock)
    message = made.services.generate_message(made.principal, request(), MESSAGE_ID)
    assert message.status is MessageStatus.NEEDS_REVIEW
    assert message.writer.attempts == 1
    assert message.writer.latency_ms == 2500


def test_a_repair_that_fails_leaves_the_first_draft_for_review() -> None:
    made = product(ScriptedWriter(TOO_LONG, TIMED_OUT))
    message = made.services.generate_message(made.principal, request(), MESSAGE_ID)
    assert message.status is MessageStatus.NEEDS_REVIEW
    assert message.body == TOO_LONG.body.strip()
    assert message.writer.attempts == 2


def test_a_repair_that_makes_it_worse_is_not_taken() -> None:
    worse = Draft(body="Hola, Marta: " + "detalle {{ x }} " * 40)
    made = product(ScriptedWriter(TOO_LONG, worse))
    message = made.services.generate_message(made.principal, request(), MESSAGE_ID)
    assert message.body == TOO_LONG.body.strip()
    assert (message.status, message.writer.attempts) == (MessageStatus.NEEDS_REVIEW, 2)


def test_a_batch_has_time_for_a_repair_where_a_waiting_person_has_not() -> None:
    clock = FixedClock()
    made = product(ScriptedWriter(TOO_LONG, GOOD_DRAFT, clock=clock, seconds=2.5), clock=clock)
    message = made.services.generate_message(made.principal, request(), MESSAGE_ID, person_waits=False)
    assert (message.status, message.writer.attempts) == (MessageStatus.READY, 2)


def test_a_person_whose_profiles_do_not_fit_together_is_kept_as_last_seen() -> None:
    made = product()
    long = ["palabra " * 2400 for _ in range(12)]
    address = "linkedin.com/in/lucia-ferrer"
    for place, field in enumerate(("posts", "custom")):
        texts = long if field == "posts" else {f"columna {number}": text for number, text in enumerate(long)}
        person = prospect(linkedin_url=address, **{field: texts})
        made.services.generate_message(made.principal, request(prospect=person.model_dump()), derived_id(str(place)))
    known = made.services.list_prospects(made.principal, None, None, 1).items[0].prospect
    assert len(known.custom) == 12
    assert known.posts == []


def test_a_writer_that_fails_leaves_nothing_behind() -> None:
    made = product(ScriptedWriter(TIMED_OUT))
    with pytest.raises(UpstreamTimeoutError):
        made.services.generate_message(made.principal, request(), MESSAGE_ID)
    assert stored(made) == 0


def test_a_commit_that_reports_no_outcome_is_looked_up() -> None:
    made = product()
    made.documents.fail_after_next_write(UnknownOutcomeError(Sentence("?", "?")))
    message = made.services.generate_message(made.principal, request(), MESSAGE_ID)
    assert message.id == MESSAGE_ID
    assert stored(made) == 1


def test_a_person_is_known_again_by_address_and_the_newest_facts_are_kept() -> None:
    made = product()
    person = prospect(linkedin_url="https://es.linkedin.com/in/lucia-ferrer?trk=x", email=None)
    first = made.services.generate_message(made.principal, request(prospect=person.model_dump()), MESSAGE_ID)
    promoted = prospect(
        linkedin_url="linkedin.com/in/lucia-ferrer", title="Directora General", email="lucia@example.com"
    )
    second = made.services.generate_message(
        made.principal, request(prospect=promoted.model_dump()), derived_id("second")
    )
    third = made.services.generate_message(
        made.principal,
        request(prospect={"full_name": "Lucía Ferrer", "email": "Lucia@Example.com"}),
        derived_id("third"),
    )
    assert first.prospect.id == second.prospect.id == third.prospect.id
    known = made.services.list_prospects(made.principal, None, None, 1).items[0].prospect
    assert known.title == "Directora General"
    assert known.company == "Logística Norte"


def test_two_people_who_share_name_and_company_are_two_people() -> None:
    made = product()
    first = made.services.generate_message(made.principal, request(), MESSAGE_ID)
    second = made.services.generate_message(made.principal, request(), derived_id("second"))
    assert first.prospect.id != second.prospect.id


def test_the_replaced_message_is_rejected_in_the_same_write() -> None:
    made = product()
    made.services.generate_message(made.principal, request(), MESSAGE_ID)
    newer = made.services.generate_message(made.principal, request(replaces=MESSAGE_ID), derived_id("newer"))
    assert newer.replaces == MESSAGE_ID
    assert made.services.list_messages.one(made.principal, MESSAGE_ID).status is MessageStatus.REJECTED


def test_another_version_gets_another_seed_and_the_texts_that_it_must_differ_from() -> None:
    made = product()
    first = made.services.generate_message(made.principal, request(), MESSAGE_ID)
    second = made.services.generate_message(made.principal, request(replaces=MESSAGE_ID), derived_id("second"))
    made.services.generate_message(made.principal, request(replaces=second.id), derived_id("third"))
    asked = made.writer.requests
    assert [given.earlier for given in asked] == [(), (first.body,), (second.body, first.body)]
    assert len({given.seed for given in asked}) == 3


def test_what_is_generated_and_replaced_is_counted_at_once() -> None:
    made = product()
    made.services.generate_message(made.principal, request(), MESSAGE_ID)
    made.services.generate_message(made.principal, request(replaces=MESSAGE_ID), derived_id("newer"))
    day = made.clock.now().date()
    counters = Store(made.documents, b"").of(made.principal.workspace_id).counters
    counts = counters.days(day, day)[day].counts
    assert (counts["generated:total"], counts["rejected:total"], counts["cost_micros:total"]) == (2, 1, 60)
    assert counts["generated:role,format=operations,linkedin_note"] == 2


def test_a_dry_run_asks_no_writer_and_stores_nothing() -> None:
    made = product()
    run = made.services.generate_message.dry_run(made.principal, request())
    assert run.limit == 200
    assert run.estimate.cost_micros == 30
    assert made.writer.requests == []
    assert stored(made) == 0


def test_generation_that_is_paused_conflicts_and_costs_nothing() -> None:
    made = product()
    made.services.change_settings(made.principal, SettingsChange.model_validate({"generation_paused": True}))
    with pytest.raises(ConflictError):
        made.services.generate_message(made.principal, request(), MESSAGE_ID)
    assert made.writer.requests == []


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"prospect": {"company": "Logística Norte"}}, "/prospect/full_name"),
        ({"prospect": None, "prospect_text": "12345"}, "/prospect/full_name"),
        ({"prospect": None, "prospect_id": derived_id("nobody")}, "/prospect_id"),
        ({"role": "astronauts"}, "/role"),
        ({"template_id": derived_id("nothing")}, "/template_id"),
        ({"replaces": derived_id("nothing")}, "/replaces"),
    ],
)
def test_what_does_not_exist_is_named_by_its_field(fields: dict[str, object], pointer: str) -> None:
    made = product()
    with pytest.raises(InvalidInputError) as raised:
        made.services.generate_message(made.principal, request(**fields), MESSAGE_ID)
    assert [error.pointer for error in raised.value.errors] == [pointer]
    assert made.writer.requests == []


def test_register_follows_the_request_then_the_role_and_is_null_in_english() -> None:
    made = product()
    asked = made.services.generate_message.dry_run(made.principal, request(register="vos"))
    by_role = made.services.generate_message.dry_run(made.principal, request())
    english = made.services.generate_message.dry_run(made.principal, request(language="en", register="tu"))
    role = made.services.list_roles.one(made.principal, "operations")
    assert (asked.register_, by_role.register_, english.register_) == ("vos", role.register_, None)


def test_errors_of_the_writer_are_not_hidden_in_the_services() -> None:
    made = product(ScriptedWriter(OutreachError(Sentence("x", "x"))))
    with pytest.raises(OutreachError):
        made.services.generate_message(made.principal, request(), MESSAGE_ID)
