"""Whether a word names the person: their names, and what people of that name are called."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from shared.domain.name_parts import is_given_name
from shared.domain.name_words import CONJUNCTIONS, PARTICLES
from shared.domain.prospect import Prospect
from shared.gate.folding import fold
from shared.gate.lexicon import word_list
from shared.gate.words import tokens_of

_WRITTEN_SHORT = {
    "mª": "maria",
    "ma": "maria",
    "fco": "francisco",
    "fca": "francisca",
    "ant": "antonio",
    "jme": "jaime",
}
_JOIN_NAMES = CONJUNCTIONS | PARTICLES
_TRANSLITERATED = (("ue", "u"), ("oe", "o"), ("ae", "a"), ("ss", "s"))
_OPPOSITES = ({"jose", "maria"}, {"jesus", "maria"})
"""Second names that are never used alone, since alone they are a name of the other sex: José María is no María."""


class PersonNames:
    """The names of one person, compared without accents and case."""

    def __init__(self, prospect: Prospect) -> None:
        """Take the names of `prospect`, as far as they are known."""
        self.given = _spelled(prospect.first_name)
        self.surnames = _spelled(prospect.last_name)
        self.known = _spelled(prospect.full_name) | self.given | self.surnames
        self._called = _short_forms(self.given or self.known)
        self._words = frozenset(tokens_of(prospect.full_name or ""))  # Fuente, whose spelling to compare is "funte"
        self._first = frozenset(map(spelling, tokens_of(prospect.first_name or "")[:1]))
        self._never_alone = _second_of_opposites(prospect.first_name or "")

    def __bool__(self) -> bool:
        """Whether any name is known."""
        return bool(self.known)

    @property
    def all_forms(self) -> frozenset[str]:
        """Every single word that names the person."""
        return self.known | self._called

    @property
    def words_alone(self) -> frozenset[str]:
        """The words that name the person by themselves: not "de" and "la" of Íñigo de la Fuente, but "Van" Morrison."""
        return (self.all_forms | self._words) - (_JOIN_NAMES - self._first)

    def has(self, word: str) -> bool:
        """Whether `word` is one of the names, a short form of the given name, or an initial of any."""
        folded = spelling(word)
        if len(folded) == 1:
            return any(name.startswith(folded) for name in self.known)
        return folded in self.known or folded in self._called

    def is_given(self, word: str) -> bool:
        """Whether `word` is the given name, one of several, or a short form of it."""
        folded = spelling(word)
        if len(folded) == 1:
            return any(name.startswith(folded) for name in self.given)
        return folded in self.given or folded in self._called

    def is_never_alone(self, word: str) -> bool:
        """Whether `word` is the second half of a name like José María."""
        return spelling(word) == self._never_alone


@lru_cache(maxsize=16_384)
def spelling(word: str) -> str:
    """The form in which two spellings of one name are equal: Mª and María, Müller and Mueller, Nuñez and Núñez."""
    folded = fold(word)
    folded = _WRITTEN_SHORT.get(folded, folded)
    for written, meant in _TRANSLITERATED:
        folded = folded.replace(written, meant)
    return folded


def spellings_of(words: Iterable[str]) -> frozenset[str]:
    """What `spelling` makes of each word."""
    return frozenset(_spellings(words))


def _spellings(words: Iterable[str]) -> list[str]:
    """All at once, which takes a fifth of the time."""
    folded = fold("\n".join(words)).split("\n")
    text = "\n".join([_WRITTEN_SHORT.get(word, word) for word in folded])
    for written, meant in _TRANSLITERATED:
        text = text.replace(written, meant)
    return text.split("\n")


def is_called_so(word: str) -> bool:
    """Whether people are called `word`: a given name, or a short form of one."""
    return is_given_name(word) or spelling(word) in _groups()


def short_forms_of(given: Iterable[str]) -> frozenset[str]:
    """What somebody with these folded given names is called besides."""
    return _short_forms(frozenset(map(spelling, given)))


def _spelled(names: str | None) -> frozenset[str]:
    return frozenset(map(spelling, tokens_of(names or "")))


def _second_of_opposites(first_name: str) -> str | None:
    words = list(map(spelling, tokens_of(first_name)))
    return words[1] if len(words) == 2 and set(words) in _OPPOSITES else None


def _short_forms(names: frozenset[str]) -> frozenset[str]:
    """What somebody with these given names is called besides."""
    return frozenset(
        form for name in names for parts, forms in _groups().get(name, ()) if parts <= names for form in forms
    )


@cache
def _groups() -> dict[str, list[tuple[frozenset[str], frozenset[str]]]]:
    """For each name the groups that it is in: the parts that must all be there, and the names of the group.

    A short form asks for nothing more than itself: somebody called Pepe may be greeted as José.
    """
    groups: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = defaultdict(list)
    parts = list(dict.fromkeys(" ".join(word_list("short_names")).replace("+", " ").split()))
    spelled = dict(zip(parts, _spellings(parts), strict=True))
    for line in word_list("short_names"):
        full, *short = (frozenset(spelled[part] for part in entry.split("+")) for entry in line.split())
        forms = frozenset().union(full, *short)
        for part in full:
            groups[part].append((full, forms))
        for form in frozenset().union(*short):
            groups[form].append((frozenset({form}), forms))
    return groups
