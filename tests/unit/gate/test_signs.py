"""A pattern that is tried only where a text shows a sign of it is never passed over where it would match."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.message import Part
from shared.gate import manners, round_lengths
from shared.gate.address import idioms
from shared.gate.checks import placeholders
from shared.gate.figures import find_figures
from shared.gate.folding import fold
from shared.gate.grounding import contacts
from shared.gate.grounding.statements import statements_of
from shared.gate.reading import Passage

NO: frozenset[str] = frozenset()
DRAWN = "".join(chr(code) for code in range(32, 127) if chr(code) not in "_'") + "\náñ"
"""Without what is of a word for us and of none for a pattern, or the other way round."""
MAY_HOLD: dict[str, tuple[re.Pattern[str], Callable[[Passage], object]]] = {
    "spelled-out blanks": (placeholders._SPELLED_OUT, placeholders._may_be_spelled_out),
    "a verb said twice": (idioms._TWICE, lambda passage: list(idioms.idioms_in(passage))),
    "idioms": (idioms._IDIOM, lambda passage: list(idioms.idioms_in(passage))),
    "dealings": (contacts._CONTACT, lambda passage: any(map(contacts._may_tell, statements_of(passage, None, NO, NO)))),
    "ciphers": (manners._CIPHER, manners._is_in_cipher),
    "periods": (round_lengths._PERIODS, lambda passage: _has_sign(passage, round_lengths._SIGNS_OF_PERIODS)),
    "dozens": (round_lengths._DOZENS, lambda passage: _has_sign(passage, round_lengths._MANY)),
}


def _has_sign(passage: Passage, signs: object) -> bool:
    return any(sign in passage.folded for sign in signs)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", MAY_HOLD)
@settings(max_examples=30)
@given(data=st.data())
def test_a_text_that_the_pattern_matches_shows_a_sign_of_it(name, data):
    pattern, may_hold = MAY_HOLD[name]
    compiled = re.compile(pattern.pattern, pattern.flags)
    drawn = data.draw(st.from_regex(compiled, fullmatch=True, alphabet=DRAWN))
    passage = Passage(Part.BODY, fold(drawn))
    if compiled.search(passage.text):
        assert may_hold(passage)


@pytest.mark.parametrize("text", ["lo tienes en un día", "within an hour", "in a week's time", "en un mes, o antes"])
def test_one_unit_of_time_is_a_figure_whatever_stands_behind_it(text):
    passage = Passage(Part.BODY, text)
    assert [figure.value for figure in find_figures(passage.folded, passage.words)] == [1.0]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("spelled-out blanks", "Hola Lucía: el lunes abrimos el segundo muelle. Buenos días a todo el equipo."),
        ("a verb said twice", "Lo que me cuenta el cliente es como lo dijo."),
        ("idioms", "Lo que me cuenta el cliente es como lo dijo."),
        ("ciphers", "De 60 a 41 días. Y luego, más."),
        ("periods", "Un plazo medio de seis semanas."),
    ],
)
def test_a_text_without_a_sign_is_not_searched(name, text):
    _, may_hold = MAY_HOLD[name]
    assert not may_hold(Passage(Part.BODY, text))
