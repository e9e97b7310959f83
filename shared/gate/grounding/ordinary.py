"""Whether a word is ordinary language, so that a capital letter on it means nothing."""

from functools import cache, lru_cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.verbs import usted_imperatives
from shared.gate.address.words import addresses
from shared.gate.grounding.keys import function_words
from shared.gate.grounding.statements import cue_words
from shared.gate.lexicon import is_kept, word_set

_WITH_PRONOUN = lazy_pattern(r"(\w{3,}?)(?:(?:me|te|se|nos|os)(?:l[aeo]s?)?|l[aeo]s?)")
_ENDINGS = tuple(
    "mente ando iendo cion ciones ly ing ness aste iste asteis isteis amos emos imos aron ieron abas ias arnos arle"
    " arte erle irle".split()
)


@lru_cache(maxsize=16_384)
def is_ordinary(word: str) -> bool:
    """Whether a folded word is one of the language: in the table, or formed as only ordinary words are."""
    bare = word.removesuffix("'s")
    if (
        "'" in bare or addresses(word) or word in usted_imperatives() or bare in cue_words() or bare in function_words()
    ):  # we've, don't, let's
        return True
    return is_kept("ordinary", bare) or (len(bare) > 6 and bare.endswith(_ENDINGS))


@lru_cache(maxsize=16_384)
def begins_ordinarily(word: str) -> bool:
    """Whether a folded word that begins a sentence need not be a name, though some town may bear it: "Ventas",
    "Split", "Descríbamelo".
    """
    return is_ordinary(word) or word in _first_words() or _is_verb_with_pronoun(word)


def is_ordinary_in_capitals(word: str) -> bool:
    """Whether messages write the word with a capital and state nothing by it: CRM, VMs, LinkedIn, Monday."""
    return word in _capitals() or (word.endswith("s") and word[:-1] in _capitals())


def is_occasion(name: str) -> bool:
    """Whether folded words name a day or a season: "semana santa", "good friday"."""
    return name in word_set("occasions")


def _is_verb_with_pronoun(word: str) -> bool:
    match = _WITH_PRONOUN.fullmatch(word)
    return match is not None and is_ordinary(match[1])


@cache
def _capitals() -> frozenset[str]:
    return frozenset(word for line in word_set("ordinary_capitals") for word in line.split()) | _acronyms()


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(word for line in word_set("acronyms") for word in line.split())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(
        word for lexicon in ("first_words", "opening_words") for line in word_set(lexicon) for word in line.split()
    )
