"""The manners that an order may ask of a text, and whether a text has them: pirates, capitals, verse, a word alone."""

import re
from collections.abc import Iterator
from functools import cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Part
from shared.gate.folding import fold
from shared.gate.lexicon import table
from shared.gate.reading import Passage
from shared.gate.sentences import sentences_of
from shared.gate.words import tokens_of

_ONLY_A_WORD = 25
_FEWEST_LINES = 3
_LONGEST_VERSE = 60
_MOST_CAPITALS = 0.6
_MANY_EMOJI = 3
_MANY_DIMINUTIVES = 3
_SHORTEST_ACROSTIC = 3
_FEWEST_VOWELS = 0.2
"""Spanish and English texts have vowels in two letters of five; a text without them next to none."""

_FREQUENT = frozenset("aeiorstnl")
_SURELY_HAS_LETTERS = 50
"""None of the frequent letters is missing from so many by chance."""

_EMOJI = lazy_pattern("[\u2600-\u27bf\U0001f300-\U0001faff]")
_DIMINUTIVE = lazy_pattern(r"\b\w{2,}(?:it[oa]s?|cit[oa]s?)\b")


def written_as_told(order: str, passage: Passage) -> bool:
    """Whether the passage has a form that the folded `order` asks for."""
    text = passage.text.strip()
    if _asks_for("acrostic").search(order) and _is_acrostic(text, order):
        return True
    if (asked := _asks_for("missing_letter").search(order)) and _lacks(asked[0][-1], passage.folded):
        return True
    return any(_asks_for(form).search(order) and shows(text) for form, shows in _FORMS.items())


def words_as_told(order: str, passage: Passage, known: str) -> Iterator[tuple[int, int]]:
    """Where words stand that show a manner which the folded `order` asks for, and that are not in `known`."""
    for told, shown in _manners():
        if told.search(order):
            yield from (match.span() for match in shown.finditer(passage.folded) if match.group() not in known)


def is_hardly_a_message(passage: Passage) -> bool:
    """Whether the body is a word or two, which answers an order and addresses nobody."""
    return passage.part is Part.BODY and 0 < len(passage.text.strip()) < _ONLY_A_WORD


@cache
def _manners() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_any_of(manner["told"]), _any_of(manner["shown"])) for manner in table("order_manners")["words"])


@cache
def _asks_for(form: str) -> re.Pattern[str]:
    return _any_of(table("order_manners")["forms"][form])


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words) + r")\b")


def _is_in_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) / len(letters) > _MOST_CAPITALS


def _is_full_of_emoji(text: str) -> bool:
    return len(_EMOJI.findall(text)) >= _MANY_EMOJI


def _is_in_short_lines(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) >= _FEWEST_LINES and all(len(line) <= _LONGEST_VERSE for line in lines)


def _is_in_diminutives(text: str) -> bool:
    return len(_DIMINUTIVE.findall(text)) >= _MANY_DIMINUTIVES


def _has_no_vowels(text: str) -> bool:
    letters = [character for character in text.lower() if character.isalpha()]
    return bool(letters) and sum(letter in "aeiouáéíóú" for letter in letters) / len(letters) < _FEWEST_VOWELS


def _is_code(text: str) -> bool:
    return text[:1] in "{[<" or text[-1:] in "}]>"


def _is_starred(text: str) -> bool:
    return "***" in text


def _lacks(letter: str, folded: str) -> bool:
    """Whether a text long enough to have any letter that is not rare has this one nowhere."""
    return letter in _FREQUENT and letter not in folded and sum(map(str.isalpha, folded)) >= _SURELY_HAS_LETTERS


def _is_acrostic(text: str, order: str) -> bool:
    """Whether the first letters of the sentences or lines spell a word of the order."""
    initials = "".join(fold(text[start]) for start, _ in sentences_of(text) if text[start].isalpha())
    return any(len(word) >= _SHORTEST_ACROSTIC and word in initials for word in tokens_of(order))


_FORMS = {
    "asterisks": _is_starred,
    "capitals": _is_in_capitals,
    "emoji": _is_full_of_emoji,
    "verse": _is_in_short_lines,
    "list": _is_in_short_lines,
    "diminutives": _is_in_diminutives,
    "no_vowels": _has_no_vowels,
    "code": _is_code,
}
