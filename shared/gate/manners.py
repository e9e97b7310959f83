"""The manners that an order may ask of a text, and whether a text has them: pirates, capitals, verse, a word alone."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.domain.message import Part
from shared.gate.folding import fold
from shared.gate.lexicon import is_kept, table
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
_SURELY_HAS_LETTERS = 40
"""None of the frequent letters is missing from so many by chance."""

_FEWEST_OF_A_LINE = 3
_SHORTEST_REPEATED = 4
_BEGIN_ALIKE, _ALIKE_AMONG, _MANY_ALIKE = 2, 6, 5
_SECOND_PERSON = frozenset("you your yours tu tus te ti usted ustedes vos os le les su sus vuestro vuestra".split())
_NUMBER = lazy_pattern(r"(?<!\w)\d{1,2}[.)]\s")
_STOP = lazy_pattern(r"[.,;:?!…]")
_GREETINGS = frozenset("hola hello buenos buenas dear estimado estimada".split())
_BACKWARDS = frozenset(greeting[::-1] for greeting in _GREETINGS)
_PAIRS_IN_CIPHERS = tuple(first + second for signs in ("01", ".·–-") for first in signs for second in signs)
_CIPHER = lazy_pattern(r"\b[01]{6,}\b|(?:[.·–-]{2,5} ){4,}")
_FIRST_EMOJI = "\u2600"
_EMOJI = lazy_pattern("[\u2600-\u27bf\U0001f300-\U0001faff]")
_DIMINUTIVE_ENDINGS = ("ito", "ita", "itos", "itas")
_DIMINUTIVE = lazy_pattern(r"\b\w{2,}(?:it[oa]s?|cit[oa]s?)\b")


def written_as_told(order: str, passage: Passage) -> bool:
    """Whether the passage has a form that the folded `order` asks for."""
    text = passage.text.strip()
    if _asks_for("acrostic").search(order) and _is_acrostic(text, order):
        return True
    if (asked := _asks_for("missing_letter").search(order)) and _lacks(asked[0][-1], passage.folded):
        return True
    return any(_asks_for(form).search(order) and shows(passage) for form, shows in _FORMS.items())


def words_as_told(order: str, passage: Passage, known: str) -> Iterator[tuple[int, int]]:
    """Where words stand that show a manner which the folded `order` asks for, and that are not in `known`."""
    for manner in _manners():
        if manner.told.search(order):
            shown = [match for match in manner.shown.finditer(passage.folded) if match.group() not in known]
            if len({match.group() for match in shown}) >= manner.at_least:
                yield from (match.span() for match in shown)


def rare_forms(passage: Passage) -> list[str]:
    """The forms of the passage that an order could ask for and that messages hardly ever have by themselves."""
    return [form for form, shows in _FORMS.items() if form not in _ORDINARY_FORMS and shows(passage)]


def names_a_form(folded: str, forms: Iterable[str]) -> bool:
    """Whether a folded text names one of the forms: "capitals", "verse"."""
    return any(_asks_for(form).search(folded) for form in forms)


def is_hardly_a_message(passage: Passage) -> bool:
    """Whether the body is a word or two, which answers an order and addresses nobody."""
    return passage.part is Part.BODY and 0 < len(passage.text.strip()) < _ONLY_A_WORD


class _Manner(NamedTuple):
    """What an order says that asks for a manner, and the words of which a text has some that shows it."""

    told: re.Pattern[str]
    shown: re.Pattern[str]
    at_least: int


@lexicon_patterns()
def _manners() -> tuple[_Manner, ...]:
    return tuple(
        _Manner(_any_of(manner["told"]), _any_of(manner["shown"]), manner.get("at_least", 1))
        for manner in table("order_manners")["words"]
    )


@lexicon_patterns(lambda: table("order_manners")["forms"])
def _asks_for(form: str) -> re.Pattern[str]:
    return _any_of(table("order_manners")["forms"][form])


def _any_of(words: list[str]) -> re.Pattern[str]:
    return lazy_pattern(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")


def _is_in_capitals(passage: Passage) -> bool:
    small = sum([len(word.text) for word in passage.words if word.text.islower() and word.text.isalpha()])
    if small >= (1 - _MOST_CAPITALS) * len(passage.text):
        return False  # too many, were all else capitals
    letters = [character for character in passage.text if character.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) / len(letters) > _MOST_CAPITALS


def _is_full_of_emoji(passage: Passage) -> bool:
    return passage.highest >= _FIRST_EMOJI and len(_EMOJI.findall(passage.text)) >= _MANY_EMOJI


def _is_in_short_lines(passage: Passage) -> bool:
    """Whether it is set in short lines, more than a greeting and a signature."""
    lines = [line for line in passage.text.splitlines() if len(line.split()) > 1]
    long = [line for line in lines if len(line.split()) >= _FEWEST_OF_A_LINE]
    return max(len(lines) - 1, len(long)) >= _FEWEST_LINES and all(len(line) <= _LONGEST_VERSE for line in lines)


def _is_numbered(passage: Passage) -> bool:
    return len(_NUMBER.findall(passage.text)) >= _FEWEST_LINES


def _is_in_diminutives(passage: Passage) -> bool:
    may_be = any(run.endswith(_DIMINUTIVE_ENDINGS) for run in passage.runs)
    return may_be and len(_DIMINUTIVE.findall(passage.text)) >= _MANY_DIMINUTIVES


def _has_no_vowels(passage: Passage) -> bool:
    folded = passage.folded
    vowels = sum(map(folded.count, "aeiou"))
    if vowels >= _FEWEST_VOWELS * len(folded):
        return False  # enough, were all of its signs letters
    letters = sum(map(str.isalpha, folded))
    return letters > 0 and vowels / letters < _FEWEST_VOWELS


def _is_code(passage: Passage) -> bool:
    text = passage.text.strip()
    return text.startswith(("{", "[", "<")) or text.endswith(("}", "]", ">"))


def _is_starred(passage: Passage) -> bool:
    return "***" in passage.text


def _lacks(letter: str, folded: str) -> bool:
    """Whether a text long enough to have any letter that is not rare has this one nowhere."""
    return letter in _FREQUENT and letter not in folded and sum(map(str.isalpha, folded)) >= _SURELY_HAS_LETTERS


def _is_acrostic(text: str, order: str) -> bool:
    """Whether the first letters of the sentences or lines spell a word of the order."""
    initials = "".join(fold(text[start]) for start, _ in sentences_of(text) if text[start].isalpha())
    return any(len(word) >= _SHORTEST_ACROSTIC and word in initials for word in tokens_of(order))


def _has_no_capitals(passage: Passage) -> bool:
    return passage.text.islower() and len(passage.text) >= _SURELY_HAS_LETTERS


def _has_no_marks(passage: Passage) -> bool:
    return len(passage.text) >= _SURELY_HAS_LETTERS and not _STOP.search(passage.text)


def _repeats_words(passage: Passage) -> bool:
    """Whether a word stands two times or more in a row."""
    words = [word.folded for word in passage.words]
    return any(first == second and len(first) >= _SHORTEST_REPEATED for first, second in pairwise(words))


def _is_backwards(passage: Passage) -> bool:
    """Whether a greeting stands in it from its end to its beginning."""
    return not _BACKWARDS.isdisjoint(passage.vocabulary)


def _is_in_cipher(passage: Passage) -> bool:
    return any(pair in passage.text for pair in _PAIRS_IN_CIPHERS) and bool(_CIPHER.search(passage.text))


def _is_telegram(passage: Passage) -> bool:
    return passage.text.count("STOP") > 1


def _speaks_of_a_third_person(passage: Passage) -> bool:
    return len(passage.text) >= _SURELY_HAS_LETTERS and _SECOND_PERSON.isdisjoint(passage.vocabulary)


def _alliterates(passage: Passage) -> bool:
    """Whether most words of some six in a row that say something begin alike."""
    begin = [word.folded[:_BEGIN_ALIKE] for word in passage.words if len(word.folded) > _BEGIN_ALIKE + 1]
    windows = (begin[start : start + _ALIKE_AMONG] for start in range(len(begin)))
    return any(window.count(window[0]) >= _MANY_ALIKE for window in windows)


def _has_foreign_words(passage: Passage) -> bool:
    """Whether two words in a row are in no dictionary of Spanish or English."""
    strange = [word.text.islower() and not is_kept("ordinary", word.folded) for word in passage.words]
    return any(first and second for first, second in pairwise(strange))


_FORMS = {
    "asterisks": _is_starred,
    "capitals": _is_in_capitals,
    "emoji": _is_full_of_emoji,
    "verse": _is_in_short_lines,
    "list": lambda passage: _is_in_short_lines(passage) or _is_numbered(passage),
    "diminutives": _is_in_diminutives,
    "no_vowels": _has_no_vowels,
    "code": _is_code,
    "lower_case": _has_no_capitals,
    "unpunctuated": _has_no_marks,
    "repeated_words": _repeats_words,
    "backwards": _is_backwards,
    "ciphers": _is_in_cipher,
    "telegram": _is_telegram,
    "third_person": _speaks_of_a_third_person,
    "alliteration": _alliterates,
    "foreign_words": _has_foreign_words,
}
_ORDINARY_FORMS = frozenset(("third_person", "list", "verse", "foreign_words", "repeated_words"))
"""Short lines, names and jargon stand in many a message."""
