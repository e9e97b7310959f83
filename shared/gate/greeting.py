"""The greeting of a message: whom it names and how."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.lexicon import table
from shared.gate.names import is_called_so
from shared.gate.reading import Passage
from shared.gate.words import Word

_LONGEST_SHORTENED = 3
_LONGEST_GREETING = 16
_PARTICLES = frozenset("de del la las los da do dos das van von der den y i e and".split())
_PARTICLES_OF_GROUPS = (_PARTICLES | {"at", "of"}) - {"y", "e", "i", "and"}
_WITHIN_A_NAME = lazy_pattern(r"[ \t.'’&-]*")
_COMMA_OR_LINE = lazy_pattern(r"[ \t.]*[,:!]?\s*")
_ENDS_GREETING = lazy_pattern(r"[:\n]")
_CLOSES = lazy_pattern(r"[ \t]*(?:[,:;!.?)–—-]|\n|$)")


class Greeting(NamedTuple):
    """How a text begins. `names` are the words that name somebody (none in "Hola:"), `forms` the forms of address and
    the endings that show the sex; `closed` says that punctuation ends the names.
    """

    opening: tuple[Word, ...]
    forms: tuple[Word, ...]
    names: tuple[Word, ...]
    closed: bool

    @property
    def is_masculine(self) -> bool:
        """Whether it addresses a man."""
        return any(word.folded in _words("masculine") for word in (*self.opening, *self.forms))


def find_greeting(passage: Passage, is_their_name: Callable[[str], bool]) -> Greeting | None:
    """The greeting at the beginning of `passage`, or None.

    `is_their_name` decides where a word alone could be a name or not: "hola lucía", "Lucía, he leído".
    """
    words = passage.words[:_LONGEST_GREETING]
    after_opening = _opening_length(passage, words)
    if after_opening == 0:
        return _name_alone(passage, words, is_their_name)
    after_forms = after_opening + _count(words[after_opening:], "forms")
    names = _names(passage, words[after_forms + _group_length(words[after_forms:]) :], is_their_name)
    if names and after_forms > after_opening and _ends_between(passage, words[after_forms - 1], names[0]):
        names = ()  # "Respetado doctor:" and a new line
    comma = _has_comma(passage, words, after_opening)
    closed = _is_closed(passage, names)
    if names and comma and not closed and not is_their_name(names[0].text):
        names = ()
    return Greeting(words[:after_opening], words[after_opening:after_forms], names, closed)


def _ends_between(passage: Passage, form: Word, name: Word) -> bool:
    return _ENDS_GREETING.search(passage.text, form.end, name.start) is not None


def greeting_end(passage: Passage, is_their_name: Callable[[str], bool]) -> int:
    """Where the message begins behind its greeting; 0 without one."""
    greeting = find_greeting(passage, is_their_name)
    if greeting is None:
        return 0
    return max(word.end for word in (*greeting.opening, *greeting.forms, *greeting.names))


def _opening_length(passage: Passage, words: tuple[Word, ...]) -> int:
    """How many words greet before anybody is named."""
    if not words or words[0].folded not in _words("starts") or _stray(passage.text[: words[0].start]):
        return 0
    count = 1
    while count < len(words) and words[count].folded in _words("goes_on") and not _new_line(passage, words, count):
        count += 1
    return count


def _stray(before: str) -> bool:
    return any(character.isalnum() for character in before)


def _new_line(passage: Passage, words: tuple[Word, ...], index: int) -> bool:
    return "\n" in passage.text[words[index - 1].end : words[index].start]


def _count(words: tuple[Word, ...], group: str) -> int:
    return next((index for index, word in enumerate(words) if word.folded not in _words(group)), len(words))


def _group_length(words: tuple[Word, ...]) -> int:
    """How many words name a group before its name: "equipo de", "de" in "señores de".

    A particle of a surname ("señor de la Torre") goes too, which changes nothing: what is judged are the names.
    """
    length = _count(words, "anybody")
    while length < len(words) and words[length].folded in _PARTICLES_OF_GROUPS and not words[length].capitalised:
        length += 1
    return length


def _has_comma(passage: Passage, words: tuple[Word, ...], index: int) -> bool:
    if not 0 < index < len(words):
        return False
    between = passage.text[words[index - 1].end : words[index].start]
    return "," in between or ":" in between or "\n" in between or "!" in between


def _names(passage: Passage, words: tuple[Word, ...], is_their_name: Callable[[str], bool]) -> tuple[Word, ...]:
    """The run of words at the beginning of `words` that names somebody."""
    run: list[Word] = []
    for word in words:
        if run and not _goes_on(passage, run[-1], word):
            break
        if (run and _is_particle_of_name(run[-1], word)) or _may_name(word, is_their_name):
            run.append(word)
        else:
            break
    while run and run[-1].folded in _PARTICLES and not run[-1].capitalised:
        run.pop()
    return tuple(run)


def _goes_on(passage: Passage, name: Word, word: Word) -> bool:
    """Whether `word` may belong to the same name; a full stop ends it, but for one behind "J" or "Fco"."""
    ends = len(name.text) > _LONGEST_SHORTENED and passage.text[name.end : name.end + 1] == "."
    return not ends and _WITHIN_A_NAME.fullmatch(passage.text, name.end, word.start) is not None


def _is_particle_of_name(before: Word, word: Word) -> bool:
    return word.folded in _PARTICLES and not word.capitalised and (before.capitalised or before.folded in _PARTICLES)


def _may_name(word: Word, is_their_name: Callable[[str], bool]) -> bool:
    if is_their_name(word.text) and len(word.text) > 1:
        return True
    if word.folded in _words("no_name") or word.folded in _words("anybody"):
        return False
    return word.capitalised or is_called_so(word.folded)


def _is_closed(passage: Passage, names: tuple[Word, ...]) -> bool:
    return bool(names) and _CLOSES.match(passage.text, names[-1].end) is not None


def _name_alone(passage: Passage, words: tuple[Word, ...], is_their_name: Callable[[str], bool]) -> Greeting | None:
    """A text that begins with the name itself ("Lucía, he leído…"), or with a form of address and a name."""
    forms = _count(words, "forms")
    names = _names(passage, words[forms:], is_their_name)
    if not names or not _is_vocative(passage, names):
        return None
    known = all(is_their_name(name.text) or is_called_so(name.folded) for name in names)
    return Greeting((), words[:forms], names, closed=True) if known or forms else None


def _is_vocative(passage: Passage, names: tuple[Word, ...]) -> bool:
    return re.match(r"[ \t]*[,:!–—]", passage.text[names[-1].end :]) is not None


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(table("salutations")[group])
