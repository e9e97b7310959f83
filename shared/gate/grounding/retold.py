"""What a text retells of a fact in other words: most of its words may differ, but a thing that no fact names may not
stand among those that one fact does ("firmar compras en el helicóptero" for "en la lancha").
"""

from collections.abc import Iterator, Sequence

from shared.domain.errors import Sentence
from shared.domain.message import Fact
from shared.gate.grounding.alternatives import contradicts, is_concrete, members_in, members_of
from shared.gate.grounding.finding import UNSUPPORTED, Finding, ids_of, quoted
from shared.gate.grounding.keys import Keys, has_meaning, keys_of, meaning_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.named_texts import saying_named, text_named, words_of_writing
from shared.gate.grounding.posts import denies, opposites_in, takes_sides
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.grounding.things import (
    begins_phrase,
    is_contrasted,
    is_counted,
    is_joined,
    is_thing,
    is_verb,
    may_be_a_thing,
    stretches,
)
from shared.gate.possessives import OWN
from shared.gate.words import Word

_ENOUGH = 2
_LAST_WORD = 8
_DENSE, _NEARLY_ALL = 0.5, 0.6
_NEAR = 6


def judged_retellings(statement: Statement, known: Known) -> Iterator[Finding]:
    """The things in a clause that stand among the words of one fact and that no fact names."""
    if statement.marks & (Mark.GENERAL | UNREAL | Mark.OFFER | Mark.MET):
        return
    question = statement.question
    words = [word for word in statement.words if word.start < question]
    if takes_sides(statement.vocabulary):
        yield from _turned_round(statement, words, known)
    yield from _told_for_another(statement, words, known)
    yield from _told_beyond(statement, words, known)


def _turned_round(statement: Statement, words: Sequence[Word], known: Known) -> Iterator[Finding]:
    """A fact retold with one word turned into its opposite: "sell last" for "sell first"."""
    content = [(word, keys) for word in words if (keys := _told_by(word, known))]
    for fact in known.posts:
        of_fact = known.keys_of_fact(fact)
        told = [word for word, keys in content if not keys.isdisjoint(of_fact)]
        retold = [word for word in words if told and told[0].start <= word.start <= told[-1].end + _LAST_WORD]
        if denies(word.folded for word in retold) is not denies(known.evidence.tokens[fact.id]):
            continue  # "never before" is "after"
        if len(told) > _ENOUGH and True in opposites_in(retold, known.evidence.tokens[fact.id]):
            yield _finding(statement, told[-1], fact)
            return


def _told_for_another(statement: Statement, words: Sequence[Word], known: Known) -> Iterator[Finding]:
    """A post retold with another thing of the same family than it has."""
    alike = [index for index, word in enumerate(words) if _may_be_another(word, known)]
    if not alike:
        return
    is_named = text_named(statement) is not None or saying_named(statement) is not None
    stretch = stretches(words)
    for fact, told in _posts_told(words, known):
        for index in alike:
            near = [place for place in _near(index, told, stretch) if not _is_of_same_family(words, index, place)]
            enough = 1 if is_named or _is_tied(words, index, near) else _ENOUGH
            if len(near) >= enough and _is_another(words[index], fact, statement, known):
                yield _finding(statement, words[index], fact)
                return


def _is_tied(words: Sequence[Word], index: int, near: Sequence[int]) -> bool:
    """Whether one word of the post is enough: it stands right beside, or the thing is the reader's own."""
    beside = any(abs(place - index) == 1 and is_joined(words, max(place, index)) for place in near)
    return beside or (index > 0 and words[index - 1].folded in OWN)


def _posts_told(words: Sequence[Word], known: Known) -> Iterator[tuple[Fact, list[int]]]:
    """The posts of which a clause has words, and the places of these; whose words it has most, first."""
    telling = known.telling([_told_of_something(word, known) for word in words])
    for number in sorted(telling, key=lambda number: (-len(telling[number]), number)):
        if known.prose[number].field.startswith("posts["):
            yield known.prose[number], telling[number]


def _near(index: int, told: Sequence[int], stretch: Sequence[int]) -> list[int]:
    return [place for place in told if abs(place - index) <= _NEAR and stretch[place] == stretch[index]]


def _is_of_same_family(words: Sequence[Word], one: int, other: int) -> bool:
    return not members_of(words[one].folded).keys().isdisjoint(members_of(words[other].folded))


def _may_be_another(word: Word, known: Known) -> bool:
    """Whether a word is of a family, and no fact has anything of what it means."""
    return bool(members_of(word.folded)) and meaning_of(word.folded).isdisjoint(known.their_keys)


def _is_another(word: Word, fact: Fact, statement: Statement, known: Known) -> bool:
    """Whether a post has another member of a word's family."""
    told = members_in(known.evidence.tokens[fact.id])
    said = members_of(word.folded)
    if any(not members.isdisjoint(told.get(family, ())) for family, members in said.items()):
        return False
    around = members_in(tuple([other.folded for other in statement.passage.words]))
    return contradicts(said, around, told)


def _told_beyond(statement: Statement, words: Sequence[Word], known: Known) -> Iterator[Finding]:
    """A thing that no fact names among words of one that does not have it; what cannot be touched is only doubtful,
    since a general or an abstract noun retells a fact in other words.
    """
    things = [index for index, word in enumerate(words) if index and may_be_a_thing(word.folded)]
    unknown = [index for index in things if _is_unknown_thing(statement, words, index, known)]
    named = sorted(unknown, key=lambda index: not is_concrete(words[index].folded))
    if not named:
        return
    telling = known.telling([_told_by(word, known) for word in words])
    stretch = stretches(words)
    for number in sorted(telling):
        told, of_post = telling[number], known.prose[number].field.startswith("posts[")
        for index in named:
            if _is_among(index, told, words) or (of_post and _is_all_but_told(index, told, words, stretch)):
                doubtful = not is_concrete(words[index].folded)
                yield _finding(statement, words[index], known.prose[number], doubtful=doubtful)
                return


def _is_unknown_thing(statement: Statement, words: Sequence[Word], index: int, known: Known) -> bool:
    """Whether a word is a noun, to all appearance, and of nothing that the facts or everyday talk hold."""
    word = words[index]
    return (
        not word.capitalised
        and _is_unknown(word.folded, known)
        and not (
            is_verb(words, index)
            or not (begins_phrase(words, index) or is_thing(words, index))
            or is_contrasted(words, index)
            or is_counted(statement, word)
        )
    )


def _is_unknown(word: str, known: Known) -> bool:
    """Whether no fact has a folded word, in whatever form; "the loom" of 26 looms has another stem."""
    keys = keys_of(word)
    return (
        keys.isdisjoint(known.their_keys)
        and keys.isdisjoint(known.our_keys)
        and known.their_words.isdisjoint((f"{word}s", word.removesuffix("s")))
    )


def _told_by(word: Word, known: Known) -> Keys:
    """What a word tells of, besides the person themselves."""
    return frozenset() if word.folded in known.their_names else meaning_of(word.folded)


def _told_of_something(word: Word, known: Known) -> Keys:
    """What a word tells of that is neither everyday nor that something was written."""
    empty = word.folded in words_of_writing() or not may_be_a_thing(word.folded)
    return frozenset() if empty else _told_by(word, known)


def _is_among(index: int, told: Sequence[int], words: Sequence[Word]) -> bool:
    """Whether most of the content words up to the thing, or around it, are of the fact."""
    before = [place for place in told if place < index]
    near = [place for place in told if abs(place - index) < _NEAR]
    if len(near) <= _ENOUGH or not before or not begins_phrase(words, index):
        return False
    content = [word for word in words[near[0] : index] if has_meaning(word.folded)]
    return bool(content) and len([place for place in near if place < index]) / len(content) >= _DENSE


def _is_all_but_told(index: int, told: Sequence[int], words: Sequence[Word], stretch: Sequence[int]) -> bool:
    """Whether nearly all else that its stretch tells is of the fact: "firmar compras en el helicóptero"."""
    near = _near(index, told, stretch)
    if len(near) < _ENOUGH or near[0] > index or index - 1 in near or not is_thing(words, index):
        return False
    around = words[near[0] : max(near[-1], index) + 1]
    others = [word for word in around if has_meaning(word.folded) and word is not words[index]]
    return len(near) / len(others) >= _NEARLY_ALL


def _finding(statement: Statement, word: Word, fact: Fact, *, doubtful: bool = False) -> Finding:
    said, told = quoted(word.text), quoted(fact.text)
    detail = Sentence(
        f"Habla de «{said}», y lo que se sabe dice «{told}».", f"It speaks of “{said}”; what we know says “{told}”."
    )
    return Finding(statement.passage, word.start, word.end, "post", UNSUPPORTED, ids_of([fact]), detail, doubtful)
