"""Whether a text can hold an entry of a lexicon is told by its words, and never wrongly denied."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.word_starts import beginnings_of, certain_words_of
from shared.gate.beginnings import groups_begun
from shared.gate.directives import is_telling
from shared.gate.folding import fold
from shared.gate.lexicon import table

DRAWN = "".join(map(chr, range(128))) + "·"
"""ASCII, and the point that Catalan has inside a word."""
GROUPS = [(lexicon, group) for lexicon, groups in table("beginnings").items() for group in groups]


@pytest.mark.parametrize(
    ("entry", "beginnings"),
    [
        ("catolic[oa]s?", {"catolica.", "catolicas.", "catolico.", "catolicos."}),
        ("de color", {"color."}),
        ("(?:de|del) misa(?: diaria)?", {"misa."}),
        ("oper(?:aron|e) \\w+", {"operaron.", "opere."}),
        ("codific\\w+ esto", {"codific"}),
        ("(?:\\w+ )?roots", {"roots."}),
        ("left-?wing", {"left.", "leftwing."}),
        ("vaya\\b (?=el)", {"vaya."}),
        ("extraordinariamente", {"extraordinar"}),
        ("el de", {"de."}),
    ],
)
def test_the_beginnings_of_an_entry_are_its_first_words_that_tell_something(entry, beginnings):
    assert beginnings_of([entry]) == beginnings


@pytest.mark.parametrize("entry", ["\\w+mia", "[a-z]{1,6}-?\\d{2,}", "(?:a|i)?"])
def test_an_entry_that_may_begin_with_anything_is_refused(entry):
    with pytest.raises(ValueError, match="any word"):
        beginnings_of([entry])


def test_only_certain_words_are_all_words():
    assert certain_words_of(["di(?:ga|le)?", "pon"]) == {"di", "diga", "dile", "pon"}
    with pytest.raises(ValueError, match="certain words"):
        certain_words_of(["escrib\\w+"])


@pytest.mark.parametrize(("lexicon", "group"), GROUPS)
@settings(max_examples=25)
@given(data=st.data())
def test_a_text_that_holds_an_entry_has_its_group_begun(lexicon, group, data):
    entry = data.draw(st.sampled_from(table(lexicon)[group]))
    text = fold(data.draw(st.from_regex(entry, fullmatch=True, alphabet=DRAWN)))
    if re.search(rf"\b(?:{entry})(?!\w)", text):
        assert group in groups_begun(lexicon, re.findall(r"\w+", text))


@settings(max_examples=25)
@given(st.sampled_from(table("directives")["tellings"]), st.data())
def test_a_word_tells_exactly_if_the_lexicon_has_it(entry, data):
    word = data.draw(st.from_regex(f"(?:{entry}){table('directives')['clitics']}", fullmatch=True))
    assert is_telling(word)
    assert not is_telling(f"{word}x")


def test_a_sentence_without_a_word_of_the_lexicon_begins_nothing():
    words = "el retraso se descubre cuando ya llamo el cliente".split()
    assert groups_begun("sensitive", words) | groups_begun("cliches", words) == set()
