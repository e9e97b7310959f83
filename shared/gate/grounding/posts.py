"""What the person is said to have published: "leí tu publicación sobre…" against their posts.

The topic may be put in other words and in another language; it must share enough of what it is about with one text of
theirs.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.grounding.authors import is_authored, is_named_in, other_author
from shared.gate.grounding.finding import CONTRADICTED, UNSUPPORTED, VERIFIED, Finding, ids_of, quoted
from shared.gate.grounding.keys import content_words, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.lexicon import table, word_list
from shared.gate.words import Word

_ENOUGH = 0.34
_FIRST_WORDS = 3
_SHORTEST_TOPIC = 2
_PREDICATES = frozenset(
    "make makes made me is are was were has have hace hizo hacen hicieron es son fue te le se".split()
)
_MOST_NAMED = 20
_OWN = frozenset("tu tus su sus vuestro vuestra vuestros vuestras your ultimo ultima last latest".split())
_OURS = frozenset("mi mis nuestro nuestra nuestros nuestras my our".split())
_BEFORE_NOUNS = _OWN | frozenset("el la los las un una the a an de en".split())
_END_OF_TOPIC = lazy_pattern(r"[.!?;:\n(]|,\s(?=(?:y|and|pero|but|me|que|which|i|porque|because|asi)\s)")


def judged_posts(statement: Statement, known: Known) -> Iterator[Finding]:
    """What their texts say to what a clause has them publish."""
    if not statement.sentence & (Mark.THEM | Mark.OBSERVED):
        return
    place = _post_named(statement)
    saying = _saying_named(statement) if place is None else None
    if _is_supposed(statement, place if place is not None else saying):
        return
    if place is None and saying is None:
        return
    topic = _topic(statement, place if place is not None else saying or 0)
    if len(topic) < _SHORTEST_TOPIC:
        return
    facts = _about(topic, known)
    start, end = topic[0].start, topic[-1].end
    noun = statement.words[(place if place is not None else saying or 0) - 1]
    if facts and (_is_anothers(facts, statement, known) or _has_other_author(noun, topic, facts, statement, known)):
        yield Finding(statement.passage, start, end, "post", CONTRADICTED, ids_of(facts), shared_only(facts[0]))
    elif facts and place is not None:
        yield Finding(statement.passage, start, end, "post", VERIFIED, ids_of(facts))
    elif place is None:
        return
    else:
        doubtful = _overlap(topic, known.keys_of_prose) >= _ENOUGH and not _is_opposite_of_any(topic, known)
        text = quoted(statement.passage.text[start:end])
        detail = Sentence(
            f"Dice que publicó algo sobre «{text}», y ninguno de sus textos trata de eso.",
            f"It says that they published something on “{text}”, and none of their texts is about that.",
        )
        yield Finding(statement.passage, start, end, "post", UNSUPPORTED, (), detail, doubtful)


def _is_supposed(statement: Statement, place: int | None) -> bool:
    """Whether what says "if" or "imagine" stands before the text that is named, and not in what it was about."""
    end = statement.words[place - 1].end if place else statement.end
    return any(cue.marks & UNREAL and cue.start < end for cue in statement.cues) or bool(
        statement.marks & UNREAL and not any(cue.marks & UNREAL for cue in statement.cues)
    )


def _is_anothers(facts: Sequence[Fact], statement: Statement, known: Known) -> bool:
    """Whether all that they published on it is somebody else's, and the clause does not say that they passed it on."""
    if statement.marks & Mark.COLLEAGUE or not _reposts().isdisjoint(word.folded for word in statement.words):
        return False
    posts = [known.evidence.tokens[fact.id][:_FIRST_WORDS] for fact in facts if fact.field.startswith("posts[")]
    return bool(posts) and all(not _reposts().isdisjoint(first) or _is_of_colleague(first) for first in posts)


def _has_other_author(
    noun: Word, topic: Sequence[Word], facts: Sequence[Fact], statement: Statement, known: Known
) -> bool:
    """Whether "tu artículo", "your line" is of a text that their post on it says somebody else wrote."""
    if not is_authored(noun.folded) or statement.marks & Mark.COLLEAGUE:
        return False
    best = max(facts, key=lambda fact: _overlap(topic, known.keys_of_fact(fact)))
    author = other_author(best.text) if best.field.startswith("posts[") else None
    if author is None or not known.their_names.isdisjoint(author.split()):
        return False
    return not is_named_in(author, statement.passage.vocabulary)


def _is_of_colleague(first: Sequence[str]) -> bool:
    """Whether a post begins with somebody else who did it: "Mi compañera Rocío escribió …"."""
    return len(first) > 1 and first[0] in ("mi", "my") and first[1].startswith(("companer", "coleg", "colleague"))


def shared_only(fact: Fact) -> Sentence:
    """They passed on what somebody else wrote."""
    text = quoted(fact.text)
    return Sentence(f"No lo escribió, lo compartió: «{text}».", f"They shared it and did not write it: “{text}”.")


def _post_named(statement: Statement) -> int | None:
    """The index of the word behind "tu publicación", "your post" or "escribes que"; None if nothing says so."""
    words, nouns, verbs = statement.words, _nouns(), _verbs()
    if statement.vocabulary.isdisjoint(nouns) and statement.vocabulary.isdisjoint(verbs):
        return None
    for index, word in enumerate(words):
        if word.folded in nouns and _is_read(words, index) and not _is_subject(words, index):
            return index + 1
        if word.folded in verbs and _tells(words, index) and not (index and words[index - 1].folded in _BEFORE_NOUNS):
            return index + 1
    return None


def _is_subject(words: Sequence[Word], index: int) -> bool:
    """Whether a verb stands right behind a text, so that nothing says what it was about: "your posts make me …"."""
    return index + 1 < len(words) and words[index + 1].folded in _PREDICATES


def _saying_named(statement: Statement) -> int | None:
    """The index of the word behind "tu frase", "your line": what they are said to have said, wherever it stands."""
    words = statement.words
    if statement.vocabulary.isdisjoint(_sayings()):
        return None
    return next(
        (i + 1 for i in range(1, len(words)) if words[i].folded in _sayings() and words[i - 1].folded in _OWN), None
    )


def _is_read(words: Sequence[Word], index: int) -> bool:
    """Whether what stands before a noun says that the person wrote it, or that it was read: not "mi último mensaje"."""
    before = [word.folded for word in words[max(0, index - 3) : index]]
    return _OURS.isdisjoint(before) and any(word in _OWN or word in _read() for word in before)


def _tells(words: Sequence[Word], index: int) -> bool:
    """Whether a verb of saying has the person's words behind it: "cuentas que", "you wrote about"."""
    behind = words[index + 1].folded if index + 1 < len(words) else ""
    return behind in ("que", "sobre", "about", "that", "how", "why", "como", "lo", "de", "on", "acerca")


def _topic(statement: Statement, index: int) -> list[Word]:
    """The words that say what it was about, up to the end of the phrase."""
    words = statement.words[index:]
    if not words:
        return []
    stop = _END_OF_TOPIC.search(statement.passage.folded, words[0].start, statement.end)
    end = stop.start() if stop else statement.end
    return content_words(word for word in words if word.start < end)


def _about(topic: Sequence[Word], known: Known) -> list[Fact]:
    opposite = _opposite_sides(topic)
    about = (
        fact
        for fact in known.prose
        if _overlap(topic, known.keys_of_fact(fact)) >= _ENOUGH and _says_none(opposite, fact, known)
    )
    return list(islice(about, _MOST_NAMED))


def _is_opposite_of_any(topic: Sequence[Word], known: Known) -> bool:
    """Whether a fact has the opposite of a word of the topic: "crear una hoja" for "borrar una hoja"."""
    opposite = _opposite_sides(topic)
    return not all(_says_none(opposite, fact, known) for fact in known.prose)


def _says_none(sides: frozenset[tuple[int, bool]], fact: Fact, known: Known) -> bool:
    if not sides:
        return True
    if fact.id not in known.sides:
        known.sides[fact.id] = _sides(known.evidence.tokens[fact.id])
    return sides.isdisjoint(known.sides[fact.id])


def _opposite_sides(topic: Sequence[Word]) -> frozenset[tuple[int, bool]]:
    return frozenset((pair, not first) for pair, first in _sides([word.folded for word in topic]))


def opposites_in(words: Sequence[Word], tokens: Sequence[str]) -> frozenset[bool]:
    """Whether `words` have one side of a pair of opposites of which `tokens` have only the other: True in it if so."""
    return frozenset({not _opposite_sides(words).isdisjoint(_sides(tokens))})


def _sides(words: Sequence[str]) -> frozenset[tuple[int, bool]]:
    """The pairs of opposites of which `words` have one and not the other: the pair's number, and whether the first."""
    found = frozenset().union(*map(_sides_of, words))
    return frozenset((number, first) for number, first in found if (number, not first) not in found)


@lru_cache(maxsize=16_384)
def _sides_of(word: str) -> frozenset[tuple[int, bool]]:
    """The sides of opposites that a folded word stands on."""
    pairs = enumerate(_opposites())
    return frozenset((number, side is pair[0]) for number, pair in pairs for side in pair if word.startswith(side))


def takes_sides(words: Iterable[str]) -> bool:
    """Whether any folded word stands on a side of two opposites."""
    return any(map(_sides_of, words))


@cache
def _opposites() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    lines = (line.partition(" | ") for line in word_list("opposites"))
    return tuple((tuple(one.split()), tuple(other.split())) for one, _, other in lines)


def _overlap(topic: Sequence[Word], keys: frozenset[str]) -> float:
    """The greatest share of the topic's words that `keys` hold, counted from its first words on: where a topic ends
    and the sentence goes on ("… is pinned above my desk") cannot be told.
    """
    shared, best = 0, 0.0
    for number, word in enumerate(topic, start=1):
        shared += not keys_of(word.folded).isdisjoint(keys)
        if number >= min(_FIRST_WORDS, len(topic)):
            best = max(best, shared / number)
    return best


@cache
def _nouns() -> frozenset[str]:
    return frozenset(table("posts")["nouns"].split())


@cache
def _verbs() -> frozenset[str]:
    return frozenset(table("posts")["verbs"].split())


@cache
def _reposts() -> frozenset[str]:
    return frozenset(table("posts")["repost"].split())


@cache
def _sayings() -> frozenset[str]:
    return frozenset(table("posts")["sayings"].split())


@cache
def _read() -> frozenset[str]:
    return frozenset(table("posts")["read"].split())


@cache
def words_of_writing() -> frozenset[str]:
    """The words that say that something was written or said, or name a text."""
    return _nouns() | _verbs() | _read()


def shares_topic(words: Sequence[Word], keys: frozenset[str]) -> bool:
    """Whether enough of what `words` are about is in `keys`."""
    return bool(words) and _overlap(words, keys) >= _ENOUGH
