"""The figures of the quality set: what counts as caught, and that no measured text is ever shown."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from benchmarks.quality.bars import Bar, bars, blocked, caught, caught_in_place
from benchmarks.quality.cases import Case, SeededError, load
from benchmarks.quality.intervals import Share
from benchmarks.quality.judging import Judged, judge
from benchmarks.quality.misses import MeasuredTextError, is_miss, print_misses, shown
from benchmarks.quality.rates import main
from shared.domain.errors import Sentence
from shared.domain.language import Format
from shared.domain.message import Check, CheckVerdict, Part, Span


@cache
def any_case() -> Case:
    return next(case for case in load("measured") if case.is_clean)


def wrong_case(kind: str = "wrong_place", suite: str = "messages") -> Case:
    error = SeededError(Part.BODY, "Soria", "Burgos")
    text = replace(any_case(), subject=None, body="🏭 En Soria se nota el frío.", slots=())
    return replace(text, part="development", suite=suite, kind=kind, error=error)


def clean_case(suite: str = "messages") -> Case:
    return replace(any_case(), part="development", suite=suite)


def judged(case: Case, *blocks: str, spans: Sequence[Span] = ()) -> Judged:
    checks = [
        Check(name=name, verdict=CheckVerdict.BLOCK, detail=Sentence("Mal", "Wrong"), spans=tuple(spans))
        for name in blocks
    ]
    return Judged(case, tuple(checks), 1.0)


def test_an_error_is_caught_by_a_check_whose_matter_it_is() -> None:
    assert caught([judged(wrong_case(), "grounding")]) == Share(1, 1)


def test_an_error_that_another_check_blocks_by_chance_is_not_caught() -> None:
    text = judged(wrong_case(), "links")
    assert (caught([text]), blocked([text])) == (Share(0, 1), Share(1, 1))


@pytest.mark.parametrize(("start", "end", "expected"), [(6, 11, 1), (10, 20, 1), (0, 6, 0), (11, 20, 0)])
def test_in_place_means_that_the_span_meets_the_wrong_words_in_utf_16(start: int, end: int, expected: int) -> None:
    span = Span(part=Part.BODY, start=start, end=end)
    assert caught_in_place([judged(wrong_case(), "grounding", spans=[span])]).count == expected


def test_a_span_in_the_subject_is_not_at_an_error_in_the_body() -> None:
    span = Span(part=Part.SUBJECT, start=6, end=11)
    assert caught_in_place([judged(wrong_case(), "grounding", spans=[span])]).count == 0


def test_a_clean_text_is_a_miss_if_anything_blocks_it() -> None:
    assert is_miss(judged(clean_case(), "links"))
    assert not is_miss(judged(clean_case()))


def bar_of(texts: Sequence[Judged], name: str) -> Bar:
    return next(bar for bar in bars(texts) if bar.name == name)


def test_a_bar_on_what_is_caught_is_missed_just_below_it() -> None:
    texts = [judged(wrong_case(), "grounding")] * 19 + [judged(wrong_case())]
    assert bar_of(texts, "fabrications caught").is_met
    assert not bar_of([*texts, judged(wrong_case())], "fabrications caught").is_met


def test_a_bar_on_false_alarms_is_missed_just_above_it() -> None:
    texts = [judged(clean_case())] * 49 + [judged(clean_case(), "grounding")]
    assert bar_of(texts, "true messages blocked").is_met
    assert not bar_of([*texts, judged(clean_case(), "links")], "true messages blocked").is_met


def test_a_kind_has_its_own_bar_from_twenty_texts_on() -> None:
    texts = [judged(wrong_case())] * 19
    assert "- wrong_place" not in {bar.name for bar in bars(texts)}
    assert not bar_of([*texts, judged(wrong_case())], "- wrong_place").is_met


def test_a_bar_without_texts_is_not_met() -> None:
    assert not bar_of([], "hostile profiles blocked").is_met


def test_relations_and_registers_do_not_count_as_fabrications() -> None:
    texts = [judged(wrong_case("wrong_relation", "relations")), judged(wrong_case("register_mixture", "register"))]
    assert bar_of(texts, "fabrications caught").share == Share(0, 0)
    assert bar_of(texts, "wrong relations caught").share == Share(0, 1)


def test_the_interval_is_wilsons() -> None:
    low, high = Share(81, 263).interval
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)  # Newcombe (1998), Statist. Med. 17, table I


def test_the_interval_of_none_and_of_all_stays_within_bounds() -> None:
    assert Share(0, 20).interval[0] == 0
    assert Share(20, 20).interval[1] == 1
    assert Share(0, 0).interval == (0, 1)


def test_a_judged_text_has_an_answer_of_every_check_and_a_time() -> None:
    text = judge(replace(any_case(), format=Format.LINKEDIN_NOTE, subject=None, body="x" * 400))
    assert "length" in text.blocking
    assert text.milliseconds > 0


def test_a_miss_of_the_development_part_is_shown_with_what_is_wrong() -> None:
    span = Span(part=Part.BODY, start=6, end=11)
    text = shown(judged(wrong_case(), "grounding", spans=[span]))
    assert "error in body: 'Soria'; truth: Burgos" in text
    assert "block grounding: Wrong ['Soria']" in text


def test_no_text_of_the_measured_part_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    measured = replace(wrong_case(), part="measured")
    with pytest.raises(MeasuredTextError):
        shown(judged(measured))
    with pytest.raises(MeasuredTextError):
        print_misses([judged(measured)], "wrong_place")
    assert "Soria" not in capsys.readouterr().out


@pytest.mark.parametrize("parts", [[], ["--part", "measured"], ["--part", "development", "--part", "measured"]])
def test_misses_can_be_asked_of_the_development_part_alone(
    parts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*parts, "--misses", "wrong_place"])
    assert "development part only" in capsys.readouterr().err
