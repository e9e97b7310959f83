"""What a text retells of a fact in other words: most of its words may differ, but a thing that no fact names may not
stand among those that one fact does ("firmar compras en el helicóptero" for "en la lancha").
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from shared.domain.errors import Sentence
from shared.domain.message import Fact
from shared.gate.grounding.finding import UNSUPPORTED, Finding, ids_of, quoted
from shared.gate.grounding.keys import Keys, has_meaning, keys_of, meaning_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import is_time
from shared.gate.grounding.posts import opposites_in, takes_sides
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.lexicon import word_set
from shared.gate.words import Word

_ARTICLES = frozenset("a an the un una el la los las del al tu tus su sus your its own each every cada over".split())
_ENGLISH_ARTICLES = frozenset("a an the your its own each every".split())
_PRONOUNS = frozenset("la lo los las le".split())
_BEFORE_PRONOUNS = frozenset("que no se me te quien cuando si".split())
_OF_VERBS = tuple("ar er ir arle erle irle ando iendo iera ieran iese ing ed says".split())
_NUMBERS = frozenset(
    "uno una one tercio cuarto cuarta quinto quinta decimo decima third quarter fifth tenth docena veintena treintena"
    " centenar millar decena dozen score couple par puñado punado handful doble double triple half twice thrice".split()
)
_CONTRASTS = frozenset("before unlike antes".split())
_CONTRASTS_OF_TWO = frozenset(
    (("rather", "than"), ("instead", "of"), ("vez", "de"), ("lugar", "de"), ("and", "not"), ("y", "no"))
)
_CONTRAST = 4
_ENOUGH = 2
_LAST_WORD = 8
_DENSE = 0.5
_NEAR = 2


def judged_retellings(statement: Statement, known: Known) -> Iterator[Finding]:
    """The things in a clause that stand among the words of one fact and that no fact names."""
    if statement.marks & (Mark.GENERAL | UNREAL | Mark.OFFER | Mark.MET):
        return
    question = statement.question
    words = [word for word in statement.words if word.start < question]
    if takes_sides(statement.vocabulary):
        yield from _turned_round(statement, words, known)
    things = [index for index, word in enumerate(words) if index and _may_be_a_thing(word.folded)]
    named = [index for index in things if _is_unknown_thing(statement, words, index, known)]
    if not named:
        return
    telling = known.telling([_told_by(word, known) for word in words])
    for number in sorted(telling):
        for index in named:
            if _is_among(index, telling[number], words):
                yield _finding(statement, words[index], known.prose[number])
                return


def _turned_round(statement: Statement, words: Sequence[Word], known: Known) -> Iterator[Finding]:
    """A fact retold with one word turned into its opposite: "sell last" for "sell first"."""
    content = [(word, keys) for word in words if (keys := _told_by(word, known))]
    for fact in known.posts:
        of_fact = known.keys_of_fact(fact)
        told = [word for word, keys in content if not keys.isdisjoint(of_fact)]
        retold = [word for word in words if told and told[0].start <= word.start <= told[-1].end + _LAST_WORD]
        if len(told) > _ENOUGH and True in opposites_in(retold, known.evidence.tokens[fact.id]):
            yield _finding(statement, told[-1], fact)
            return


def _is_unknown_thing(statement: Statement, words: Sequence[Word], index: int, known: Known) -> bool:
    """Whether a word is a noun, to all appearance, and of nothing that the facts or everyday talk hold."""
    word = words[index]
    if (
        word.capitalised
        or _is_contrasted(words, index)
        or not _begins_phrase(words, index)
        or _is_counted(statement, word)
        or _is_verb(words, index)
    ):
        return False
    keys = keys_of(word.folded)
    if {f"{word.folded}s", word.folded.removesuffix("s")} & known.their_words:
        return False  # "the loom" of 26 looms, whose stems differ
    return keys.isdisjoint(known.their_keys) and keys.isdisjoint(known.our_keys)


def _is_contrasted(words: Sequence[Word], index: int) -> bool:
    """Whether the thing is what the fact is set against: "the break room before the motivation deck"."""
    near = [word.folded for word in words[max(0, index - _CONTRAST) : index]]
    return not _CONTRASTS.isdisjoint(near) or any(pair in _CONTRASTS_OF_TWO for pair in pairwise(near))


@lru_cache(maxsize=16_384)
def _may_be_a_thing(word: str) -> bool:
    return has_meaning(word) and not is_time(word) and word not in _everyday()


def _begins_phrase(words: Sequence[Word], index: int) -> bool:
    """Whether an article stands before a word, or before the adjective in front of it, and no noun behind it."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and has_meaning(following.folded) and following.start - words[index].end == 1:
        return False
    if words[index - 1].folded in _ARTICLES:
        return True
    return index > 1 and has_meaning(words[index - 1].folded) and words[index - 2].folded in _ENGLISH_ARTICLES


def _is_counted(statement: Statement, word: Word) -> bool:
    """Whether it is a number or a share, which others judge."""
    passage = statement.passage
    return word.folded in _NUMBERS or any(
        span.start <= word.start < span.end for spans in (passage.figures, passage.ratios) for span in spans
    )


def _is_verb(words: Sequence[Word], index: int) -> bool:
    """Whether the article is a pronoun or joins an infinitive: "que la siga", "al tener"."""
    word, before = words[index].folded, words[max(0, index - _NEAR) : index]
    if word.endswith(
        ("ar", "er", "ir", "arle", "erle", "irle", "ando", "iendo", "iera", "ieran", "iese", "ing", "ed", "says")
    ):
        return True
    return len(before) == _NEAR and before[0].folded in _BEFORE_PRONOUNS and before[1].folded in _PRONOUNS


def _told_by(word: Word, known: Known) -> Keys:
    """What a word tells of, besides the person themselves."""
    return frozenset() if word.folded in known.their_names else meaning_of(word.folded)


def _is_among(index: int, told: Sequence[int], words: Sequence[Word]) -> bool:
    """Whether most of the content words up to the thing, or around it, are of the fact."""
    before = [place for place in told if place < index]
    near = [place for place in told if abs(place - index) <= 2 * _NEAR + 1]
    if len(near) <= _ENOUGH or not before:
        return False
    content = [word for word in words[near[0] : index] if has_meaning(word.folded)]
    return bool(content) and len([place for place in near if place < index]) / len(content) >= _DENSE


def _finding(statement: Statement, word: Word, fact: Fact) -> Finding:
    said, told = quoted(word.text), quoted(fact.text)
    detail = Sentence(
        f"Habla de «{said}», y lo que se sabe dice «{told}».", f"It speaks of “{said}”; what we know says “{told}”."
    )
    return Finding(statement.passage, word.start, word.end, "post", UNSUPPORTED, ids_of([fact]), detail)


@cache
def _everyday() -> frozenset[str]:
    return frozenset(word for line in word_set("everyday") for word in line.split())
