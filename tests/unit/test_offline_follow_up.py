"""What the offline writer says to somebody who has not answered."""

from datetime import date

import pytest

from shared.adapters.embedded.offline_writer import OfflineWriter
from shared.domain.language import Format, Language, Register
from shared.domain.message import Check, CheckVerdict, Draft
from shared.domain.writing import FollowUp, SentEarlier, WritingRequest
from shared.gate.context import GateContext
from shared.gate.gate import examine
from tests.fakes import FixedClock
from tests.unit.offline_people import operations_people, request

KINDS = [
    (format_, language, register)
    for format_ in (Format.LINKEDIN_MESSAGE, Format.LINKEDIN_INMAIL, Format.EMAIL)
    for language, register in (
        (Language.ES, Register.TU),
        (Language.ES, Register.USTED),
        (Language.ES, Register.VOS),
        (Language.EN, None),
    )
]
each_kind = pytest.mark.parametrize(("format_", "language", "register"), KINDS)
LAST = 3


def write(given: WritingRequest) -> Draft:
    return OfflineWriter(FixedClock()).write(given).draft


def following(given: WritingRequest, before: list[Draft], sent_on: date | None = date(2026, 11, 17)) -> WritingRequest:
    """The request for what follows these messages; the thread ends with its third."""
    earlier = tuple(SentEarlier(given.format, one.subject, one.body, sent_on) for one in before)
    number = len(before)
    seed = f"{given.seed}/follow-up {number}"
    return given._replace(seed=seed, follow_up=FollowUp(earlier, number, number == LAST))


def thread(given: WritingRequest) -> list[Draft]:
    """A first message and what follows it until the end."""
    drafts = [write(given)]
    while len(drafts) <= LAST:
        drafts.append(write(following(given, drafts)))
    return drafts


def blocks(given: WritingRequest, draft: Draft, before: list[Draft]) -> list[Check]:
    context = GateContext(
        prospect=given.prospect,
        facts=given.facts,
        format=given.format,
        language=given.language,
        register=given.register,
        limits=given.limits,
        as_of=date(2026, 11, 22),
        sender=given.sender,
        ours=(given.role.call_to_action.in_language(given.language),),
        thread=tuple(one.body for one in before),
    )
    return [check for check in examine(draft, context).checks if check.verdict is CheckVerdict.BLOCK]


@each_kind
def test_every_follow_up_of_a_thread_passes_the_gate_and_repeats_nothing(format_, language, register):
    for person in operations_people(25):
        given = request(person, format_, language, register)
        drafts = thread(given)
        for place in range(1, len(drafts)):
            assert blocks(given, drafts[place], drafts[:place]) == [], drafts[place].body


@each_kind
def test_it_is_shorter_than_the_first_and_asks_at_most_one_thing(format_, language, register):
    for person in operations_people(25):
        first, *others = thread(request(person, format_, language, register))
        for draft in others:
            assert len(draft.body) < len(first.body)
            assert draft.body.count("?") <= 1


@pytest.mark.parametrize("bare", [False, True])
def test_each_says_something_new_whether_or_not_there_are_proof_points(bare):
    for person in operations_people(25):
        given = request(person, Format.EMAIL, Language.ES, Register.USTED, bare=bare)
        first = write(given)
        paragraphs = write(following(given, [first])).body.split("\n\n")
        assert len(" ".join(paragraphs[1:-2]).split()) >= 12


def test_the_last_one_says_so_and_leaves_a_way_out_without_a_question():
    for person in operations_people(25):
        last = thread(request(person, Format.LINKEDIN_MESSAGE, Language.ES, Register.TU))[-1]
        assert "?" not in last.body
        assert any(words in last.body for words in ("último mensaje", "dejo de insistir"))


def test_the_only_follow_up_of_a_thread_is_no_farewell():
    given = request(operations_people(1)[0], Format.LINKEDIN_MESSAGE, Language.ES, Register.TU)
    only = following(given, [write(given)])
    assert only.follow_up is not None
    body = write(only._replace(follow_up=only.follow_up._replace(is_last=True))).body
    assert "último mensaje" not in body


@pytest.mark.parametrize(
    ("sent_on", "words"),
    [(date(2026, 11, 17), "hace unos días"), (date(2026, 10, 30), "hace unas semanas"), (None, "hace un tiempo")],
)
def test_how_long_ago_it_was_is_said_without_a_figure(sent_on, words):
    given = request(operations_people(1)[0], Format.LINKEDIN_MESSAGE, Language.ES, Register.TU)
    first = write(given)
    bodies = [write(following(given, [first], sent_on)._replace(seed=str(number))).body for number in range(20)]
    assert any(words in body for body in bodies)
    assert not any("hace un" in body.replace(words, "") for body in bodies)


def test_an_email_keeps_the_subject_of_its_thread_and_another_format_has_its_own():
    given = request(operations_people(1)[0], Format.EMAIL, Language.ES, Register.TU)
    first = write(given)
    assert write(following(given, [first])).subject == first.subject
    by_mail = following(given, [Draft(body="Hola: ¿conectamos?")])
    assert by_mail.follow_up is not None
    earlier = by_mail.follow_up.earlier[0]._replace(format=Format.LINKEDIN_NOTE)
    assert write(by_mail._replace(follow_up=by_mail.follow_up._replace(earlier=(earlier,)))).subject is not None


def test_another_version_of_a_follow_up_is_another_text():
    given = request(operations_people(1)[0], Format.EMAIL, Language.ES, Register.TU)
    first = write(given)
    second = write(following(given, [first]))
    again = write(following(given, [first])._replace(earlier=(second.body,)))
    assert again.body not in (first.body, second.body)
