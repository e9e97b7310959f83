"""The words by which a message is found again: those of the person's name and of the company, accents ignored.

A store finds a document by one string of an array, so each word is kept whole and by its beginnings; what was typed is
then held against the words themselves.
"""

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents

MAX_WORDS = 40
"""Each costs an index entry at every write (data-model.md)."""

_PREFIXES = range(2, 6)
_WORDS = MAX_WORDS // (len(_PREFIXES) + 1)
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
    words = words_of(company or "")
    kept = [word for word in words if word not in _LEGAL_FORMS] or words
    return " ".join(kept)[:200] or None


def search_words(full_name: str, company: str | None) -> tuple[str, ...]:
    """At most 40 words and beginnings of words by which the person and the company are found."""
    words = dict.fromkeys(word for word in words_of(f"{full_name} {company or ''}") if _tells_something(word))
    kept = list(words)[:_WORDS]
    return tuple(dict.fromkeys(text for word in kept for text in (word[:60], *(word[:size] for size in _PREFIXES))))


def lookup_word(typed: str) -> str | None:
    """The kept string that every word beginning with `typed` (one word of `words_of`) has; None if none need have."""
    if len(typed) < _PREFIXES.start or not _tells_something(typed):
        return None
    return typed[: _PREFIXES.stop - 1]


def begins_all(typed: list[str], full_name: str, company: str | None) -> bool:
    """Whether each typed word is the beginning of some word of the name or the company."""
    words = words_of(f"{full_name} {company or ''}")
    return all(any(word.startswith(one) for word in words) for one in typed)


def _tells_something(word: str) -> bool:
    return word not in _PARTICLES
