"""The words of a text: found fast where its signs are plain, and the same as the pattern of a word finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from shared.gate.folding import fold
from shared.gate.words import WORD, tokens_in, words_of

_SIGNS = "abñÉü019'’·ʼ_-.,;:¿¡«»“”–—…€\n\t\x00\x1c\u0301\u00a0\u202f "


def _by_pattern(text: str) -> list[tuple[str, str, int, int, bool]]:
    folded = fold(text)
    return [(m[0], folded[m.start() : m.end()], *m.span(), m[0][0].isupper()) for m in re.finditer(WORD, text)]


def test_every_character_parts_or_joins_words_as_the_pattern_says():
    for code in [*range(0x3000), *range(0xA000, 0xB000), *range(0x1F000, 0x1FB00)]:
        text = f"a{chr(code)}b {chr(code)} {chr(code)}c"
        assert list(words_of(text)) == _by_pattern(text), hex(code)


@given(st.text(st.sampled_from(_SIGNS)))
def test_words_and_their_places_are_those_that_the_pattern_finds(text):
    assert list(words_of(text)) == _by_pattern(text)
    assert tokens_in(fold(text)) == tuple(re.findall(WORD, fold(text)))


def test_an_apostrophe_inside_belongs_to_its_word_and_one_around_it_does_not():
    assert tokens_in("'we don't say l'hora' o'") == ("we", "don't", "say", "l'hora", "o")


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_a_text_is_folded_letter_by_letter_and_stays_as_long(text):
    assert fold(text) == "".join(map(fold, text))
    assert len(fold(text)) == len(text)


def test_a_letter_whose_base_is_no_plain_letter_is_folded_the_same_beside_that_letter():
    assert fold("Ǿø Ǿ") == "øo ø"
