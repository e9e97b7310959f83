"""Which signals a message has, and when one of them may be said to go with positive replies."""

from random import Random

import pytest

from shared.domain.language import Format, Language, Register
from shared.domain.message import Claim, ClaimVerdict, Fact, Part
from shared.domain.message_signals import ALL, LABELS, SignalKey, Stratum, signals_of
from shared.domain.posterior import Trials
from shared.domain.signal_report import SignalResult, SignalVerdict, signal_report
from tests.builders import stored_message

NOTES = Stratum(Format.LINKEDIN_NOTE, Language.ES)
MAILS = Stratum(Format.EMAIL, Language.ES)


def claim(*facts: str, verdict: ClaimVerdict = ClaimVerdict.VERIFIED) -> Claim:
    return Claim(text="x", part=Part.BODY, start=0, end=1, kind="post", verdict=verdict, facts=facts)


def test_a_message_shows_the_facts_that_prove_it_its_length_its_question_and_its_register() -> None:
    fields = [
        "full_name",
        "headline",
        "company",
        "experience[0].company",
        "education[0].school",
        "posts[1]",
        "sender.name",
    ]
    facts = tuple(Fact(id=f"f{place}", field=field, text="x") for place, field in enumerate(fields))
    claims = (claim("f0"), claim("f2", "f3"), claim("f5"), claim("f6"), claim("f4", verdict=ClaimVerdict.CONTRADICTED))
    message = stored_message(facts=facts, claims=claims, body="Hola, Lucía: ¿qué tal?", register=Register.USTED)
    assert signals_of(message) == {"fact.company", "fact.post", "length.150", "question", "register.usted"}


@pytest.mark.parametrize(("characters", "band"), [(150, "150"), (151, "300"), (1000, "1000"), (1001, "longer")])
def test_lengths_fall_into_bands(characters: int, band: str) -> None:
    assert signals_of(stored_message(body="a" * characters, register=None)) == {f"length.{band}"}


def test_every_signal_of_every_kind_has_a_label_and_a_key_that_is_read_back() -> None:
    fields = ["title", "company", "location", "about", "experience[0].title", "education[0].degree", "skills[0]",
              "languages[0]", "posts[0]", "custom.a,b", "proof_points[0]"]  # fmt: skip
    facts = tuple(Fact(id=str(place), field=field, text="x") for place, field in enumerate(fields))
    message = stored_message(facts=facts, claims=tuple(claim(fact.id) for fact in facts))
    found = signals_of(message)
    assert len(found) == len(fields) + 3
    assert found <= LABELS.keys()
    assert all(SignalKey.of(str(SignalKey(MAILS, signal))) == SignalKey(MAILS, signal) for signal in found)


def report(counted: dict[SignalKey, tuple[int, int]]) -> dict[str, SignalResult]:
    return {one.signal: one for one in signal_report({key: Trials(*pair) for key, pair in counted.items()})}


def test_the_test_is_cochrans_mantels_and_haenszels() -> None:
    """Two strata worked by hand: (|52 - 42.5| - 1/2)² over a variance of 9.422 + 7.255 is 4.857, so p = 0.0275."""
    found = report(
        {
            SignalKey(NOTES, ALL): (200, 50), SignalKey(NOTES, "question"): (100, 32),
            SignalKey(MAILS, ALL): (200, 35), SignalKey(MAILS, "question"): (100, 20),
        }
    )["question"]  # fmt: skip
    assert found.p_value == pytest.approx(0.0275, abs=1e-4)
    assert found.difference is not None
    assert found.difference.value == pytest.approx((0.14 + 0.05) / 2)
    assert (found.with_signal.numerator, found.without_signal.numerator) == (52, 33)
    assert found.verdict is SignalVerdict.MORE


def test_a_format_that_answers_more_makes_no_signal_of_what_stands_mostly_in_it() -> None:
    """Simpson's paradox: 18 % against 12 % of all messages, 20 % on both sides among notes and 5 % among e-mails."""
    found = report(
        {
            SignalKey(NOTES, ALL): (1000, 200), SignalKey(NOTES, "fact.post"): (900, 180),
            SignalKey(MAILS, ALL): (1000, 50), SignalKey(MAILS, "fact.post"): (100, 5),
        }
    )["fact.post"]  # fmt: skip
    assert found.with_signal.value == pytest.approx(0.185)
    assert found.without_signal.value == pytest.approx(0.065)
    assert found.difference is not None
    assert abs(found.difference.value) < 1e-9
    assert found.verdict is SignalVerdict.UNCLEAR


def test_with_too_few_messages_on_a_side_nothing_is_said() -> None:
    few = {SignalKey(NOTES, ALL): (1000, 100), SignalKey(NOTES, "fact.post"): (29, 20)}
    rare = {SignalKey(NOTES, ALL): (1000, 4), SignalKey(NOTES, "fact.post"): (500, 4)}
    everywhere = {SignalKey(NOTES, ALL): (1000, 100), SignalKey(NOTES, "fact.post"): (1000, 100)}
    for counted in (few, rare, everywhere):
        found = report(counted)["fact.post"]
        assert (found.verdict, found.difference, found.p_value) == (SignalVerdict.TOO_FEW, None, None)


def test_a_true_difference_is_found_and_its_direction_told() -> None:
    counted = {SignalKey(NOTES, ALL): (2000, 200), SignalKey(NOTES, "fact.post"): (1000, 140)}
    counted |= {SignalKey(NOTES, "register.tu"): (1000, 60)}
    found = report(counted)
    assert (found["fact.post"].verdict, found["register.tu"].verdict) == (SignalVerdict.MORE, SignalVerdict.LESS)


def test_where_nothing_goes_with_anything_few_reports_name_a_signal() -> None:
    """400 reports of all signals on messages that are answered by chance: at most 5 % name one, by Holm's method."""
    chance, named, reports = Random(3), 0, 400
    for _ in range(reports):
        counted: dict[SignalKey, list[int]] = {}
        for _ in range(400):
            shown = [ALL, *(signal for signal in LABELS if chance.random() < 0.4)]
            positive = chance.random() < 0.15
            for signal in shown:
                pair = counted.setdefault(SignalKey(NOTES, signal), [0, 0])
                pair[0] += 1
                pair[1] += positive
        found = signal_report({key: Trials(*pair) for key, pair in counted.items()})
        assert {one.verdict for one in found} <= set(SignalVerdict) - {SignalVerdict.TOO_FEW}
        named += any(one.verdict is not SignalVerdict.UNCLEAR for one in found)
    assert named / reports <= 0.05
