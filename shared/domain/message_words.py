"""The words by which a message is found again: those of the person's name and of the company, accents ignored.

A store finds a document by one string of an array, so what is kept are the beginnings of words, and for name and
surname together pairs of them; what was typed is then held against the words themselves.
"""

from itertools import combinations

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents

MAX_WORDS = 40
"""Each costs an index entry at every write (data-model.md)."""

_PREFIXES = range(2, 6)
_WORDS = 6
"""So many words of a message are kept: six have 24 beginnings and 15 pairs."""
_OF_A_PAIR = 4
"""So many letters of each of two words make the string that is kept of the pair; fewer tell too little apart."""
_COMPARED = 3
_WORD = lazy_pattern(r"[^\W_]+")
_INITIAL_DOT = lazy_pattern(r"(?<=\b\w)\.")
_PARTICLES = frozenset("a al and da de del der di do dos e el la las los of san santa the van von y".split())
_LEGAL_FORMS = frozenset(
    "ab ag as asa bv co corp cv gmbh inc kg llc llp ltd ltda nv oy plc pty sa sac sae sapi sarl sas sau sca scoop sl "
    "sll slu spa srl".split()
)


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case and without accents, in their order: "Núñez-Díaz, S.L." has nunez, diaz, sl.

    A dotted abbreviation is one word.
    """
    return _WORD.findall(_INITIAL_DOT.sub("", without_accents(text)))


def company_key(company: str | None) -> str | None:
    """What two spellings of one company have in common: its words without the legal form; None without a company."""
    return " ".join(_company_words(company))[:200] or None


def _company_words(company: str | None) -> list[str]:
    words = words_of(company or "")
    return [word for word in words if word not in _LEGAL_FORMS] or words


def search_words(full_name: str, company: str | None) -> tuple[str, ...]:
    """At most 40 strings by which the person and the company are found: the beginnings of their first six words that
    tell something, and of each two of them the pair.
    """
    named = dict.fromkeys((*words_of(full_name), *_company_words(company)))
    kept = [word for word in named if _tells_something(word)][:_WORDS]
    beginnings = (word[:size] for word in kept for size in _PREFIXES)
    return tuple(dict.fromkeys((*beginnings, *_pairs(kept))))


def lookup_word(typed: str) -> str | None:
    """The kept string that every word beginning with `typed` (one word of `words_of`) has; None if none need have."""
    if len(typed) < _PREFIXES.start or not _tells_something(typed):
        return None
    return typed[: _PREFIXES.stop - 1]


def lookup_strings(typed: list[str]) -> list[str]:
    """The kept strings of which all messages with words beginning so have each: whichever the fewest have is the one to
    look up.

    They are the pairs of the three longest words typed, or where those make none the beginnings of words; none if
    nothing need be kept.
    """
    telling = [word for word in typed if lookup_word(word) is not None]
    named = sorted((word for word in telling if word not in _LEGAL_FORMS), key=len, reverse=True)
    beginnings = (lookup_word(word) for word in named[:_COMPARED] or telling)
    return _pairs(named[:_COMPARED]) or [found for found in beginnings if found is not None]


def _pairs(words: list[str]) -> list[str]:
    """Of each two words that begin differently the string that is kept, whichever was first.

    Two that begin alike may be meant by one and the same word, so they make none.
    """
    begun = dict.fromkeys(word[:_OF_A_PAIR] for word in words if len(word) >= _OF_A_PAIR)
    return [" ".join(sorted(pair)) for pair in combinations(begun, 2)]


def begins_all(typed: list[str], full_name: str, company: str | None) -> bool:
    """Whether each typed word is the beginning of some word of the name or the company."""
    words = words_of(f"{full_name} {company or ''}")
    return all(any(word.startswith(one) for word in words) for one in typed)


def _tells_something(word: str) -> bool:
    return word not in _PARTICLES
