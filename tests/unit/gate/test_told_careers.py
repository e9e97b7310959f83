"""Many careers told in every way: each true length of time passes, each false one is held back."""

import pytest

from shared.gate.context import GateContext
from tests.unit.gate.drafts import BLOCK, check, context
from tests.unit.gate.told_careers import Career, careers, false_sentences, true_sentences

_GREETING = {"es": "Hola, Elvira. ", "en": "Hi Elvira. "}


def _within(career: Career) -> GateContext:
    return context(career.profile, language=career.language, register="tu")


def _blocks(sentence: str, career: Career, within: GateContext) -> bool:
    return check("grounding", _GREETING[career.language] + sentence, within).verdict is BLOCK


@pytest.mark.parametrize("career", list(careers(14)))
def test_every_true_way_to_tell_how_long_it_was_passes(career: Career) -> None:
    within = _within(career)
    assert [sentence for sentence in true_sentences(career) if _blocks(sentence, career, within)] == []


@pytest.mark.parametrize("career", list(careers(14)))
def test_a_length_of_time_that_no_rounding_gives_is_held_back(career: Career) -> None:
    within = _within(career)
    assert [sentence for sentence in false_sentences(career) if not _blocks(sentence, career, within)] == []
