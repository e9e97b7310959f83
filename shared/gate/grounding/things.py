"""Which words of a clause are things, to all appearance: no lexicon of nouns is kept, the small words in front tell."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from shared.gate.grounding.keys import has_meaning
from shared.gate.grounding.measures import is_time
from shared.gate.grounding.statements import Statement
from shared.gate.lexicon import table, word_set
from shared.gate.possessives import OURS
from shared.gate.words import Word

_ARTICLES = frozenset(
    "a an the un una el la los las del al tu tus su sus your its own each every cada over ningun ninguna"
    " menos fewer less".split()
)
_ENGLISH_ARTICLES = frozenset("a an the your its own each every".split())
_PREPOSITIONS = frozenset("en por con sin de sobre entre in on with by for from of without about at into".split())
_ENGLISH_PREPOSITIONS = frozenset("in on with by for from of without about at into".split())
_NO_PART = frozenset("as como like cual a al to".split())
"""What makes a likeness of what follows, or somebody to whom a thing is told: "as a metric", "a un colega"."""
_ENDS_OF_DEEDS = ("é", "ó")
_PRONOUNS = frozenset("la lo los las le".split())
_BEFORE_PRONOUNS = frozenset("que no se me te quien cuando si".split())
_OF_VERBS = tuple("ar er ir arle erle irle arlo arla ando iendo iera ieran iese ing ed ly says self selves".split())
_NUMBERS = frozenset(
    "uno una one tercio cuarto cuarta quinto quinta decimo decima third quarter fifth tenth docena veintena treintena"
    " centenar millar decena dozen score couple par puñado punado handful doble double triple half twice thrice".split()
)
_CONTRASTS = frozenset("before unlike antes".split())
_CONTRASTS_OF_TWO = frozenset(
    (("rather", "than"), ("instead", "of"), ("vez", "de"), ("lugar", "de"), ("and", "not"), ("y", "no"))
)
_CONTRAST = 4
_NEAR = 2
_SPEAKERS = OURS | frozenset("yo i we me us nos nosotros nosotras i've i'd i'm we've".split())


def stretches(words: Sequence[Word]) -> list[int]:
    """For each word the number of its stretch: what we say of ourselves, and what is said of a thing behind its verb
    ("… es la mejor lección"), begins another.
    """
    return list(accumulate(word.folded in _SPEAKERS or is_predicate(word.folded) for word in words))


def is_predicate(word: str) -> bool:
    """Whether a folded word begins what is said of a text or a thing: "is", "me hizo pensar"."""
    return word in _predicates()


@lru_cache(maxsize=16_384)
def may_be_a_thing(word: str) -> bool:
    """Whether a folded word may name something of which a story is told, and no everyday thing."""
    return has_meaning(word) and not is_time(word) and word not in _everyday()


def begins_phrase(words: Sequence[Word], index: int) -> bool:
    """Whether an article stands before a word, or before the adjective in front of it, and no noun behind it."""
    if _stands_before_noun(words, index):
        return False
    return words[index - 1].folded in _ARTICLES or _behind_adjective(words, index, _ENGLISH_ARTICLES)


def is_thing(words: Sequence[Word], index: int) -> bool:
    """Whether an article or a preposition stands right before a word that is part of what is told: "sin factura", "with
    fake invoices".
    """
    if not is_joined(words, index) or words[index].text.endswith(_ENDS_OF_DEEDS):
        return False
    apart = index > 1 and words[index - 1].folded in _ARTICLES and words[index - 2].folded in _NO_PART
    return not apart and (begins_phrase(words, index) or _is_behind_preposition(words, index))


def is_joined(words: Sequence[Word], index: int) -> bool:
    """Whether only a space stands between a word and the one in front of it."""
    return words[index].start - words[index - 1].end == 1


def _is_behind_preposition(words: Sequence[Word], index: int) -> bool:
    if _stands_before_noun(words, index):
        return False
    return words[index - 1].folded in _PREPOSITIONS or _behind_adjective(words, index, _ENGLISH_PREPOSITIONS)


def _stands_before_noun(words: Sequence[Word], index: int) -> bool:
    following = words[index + 1] if index + 1 < len(words) else None
    return following is not None and has_meaning(following.folded) and following.start - words[index].end == 1


def _behind_adjective(words: Sequence[Word], index: int, first: frozenset[str]) -> bool:
    return index > 1 and has_meaning(words[index - 1].folded) and words[index - 2].folded in first


def is_contrasted(words: Sequence[Word], index: int) -> bool:
    """Whether the thing is what the fact is set against: "the break room before the motivation deck"."""
    near = [word.folded for word in words[max(0, index - _CONTRAST) : index]]
    return not _CONTRASTS.isdisjoint(near) or any(pair in _CONTRASTS_OF_TWO for pair in pairwise(near))


def is_counted(statement: Statement, word: Word) -> bool:
    """Whether it is a number or a share, which others judge."""
    passage = statement.passage
    return word.folded in _NUMBERS or any(
        span.start <= word.start < span.end for spans in (passage.figures, passage.ratios) for span in spans
    )


def is_verb(words: Sequence[Word], index: int) -> bool:
    """Whether the article is a pronoun or joins an infinitive: "que la siga", "al tener"."""
    word, before = words[index].folded, words[max(0, index - _NEAR) : index]
    if word.endswith(_OF_VERBS):
        return True
    return len(before) == _NEAR and before[0].folded in _BEFORE_PRONOUNS and before[1].folded in _PRONOUNS


@cache
def _everyday() -> frozenset[str]:
    return frozenset(word for line in word_set("everyday") for word in line.split())


@cache
def _predicates() -> frozenset[str]:
    return frozenset(table("posts")["predicates"].split())
