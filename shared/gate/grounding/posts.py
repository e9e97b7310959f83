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
from shared.gate.folding import fold
from shared.gate.grounding.authors import is_authored, is_named_in, other_author
from shared.gate.grounding.finding import CONTRADICTED, UNSUPPORTED, VERIFIED, Finding, ids_of, quoted
from shared.gate.grounding.keys import content_words, function_words, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.named_texts import NamedText, is_published, is_text, reposts, saying_named, text_named
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.grounding.things import is_predicate, may_be_a_thing
from shared.gate.lexicon import word_list
from shared.gate.words import Word, tokens_of

_ENOUGH, _HALF = 0.34, 0.5
_FIRST_WORDS = 3
_SHORTEST_TOPIC = 2
_MOST_NAMED = 20
_SHORTEST_TEXT, _FEWEST = 8, 0.11
_DENIALS = frozenset("no not never nunca ni sin without".split())
_WORKS_WITH = r"(?:companer[oa]|colega|jef[ea]|soci[oa]|colleague|boss|co-?founder|cofundador|teammate|ceo|cto|cfo)"
_COLLEAGUE = lazy_pattern(rf"\b{_WORKS_WITH}")
_OF_COLLEAGUE = lazy_pattern(
    rf"\b(?:de|by|from|of|que) (?:tu|su|vuestr[oa]|your) (?:\w+ )?{_WORKS_WITH}"
    rf"|\b(?:tu|su|vuestr[oa]|your) {_WORKS_WITH}(?:'s\b"
    r"| (?:\w+ ){0,3}(?:escribio|publico|ha escrito|ha publicado|wrote|published|posted|shared)\b)"
)
_END_OF_TOPIC = lazy_pattern(
    r"[.!?;:\n(]|\b(?:hay una?|there is an?|there's an?)\b"
    r"|,\s(?=(?:y|and|pero|but|me|que|which|i|porque|because|asi)\s)"
)


def judged_posts(statement: Statement, known: Known) -> Iterator[Finding]:
    """What their texts say to what a clause has them publish."""
    named = text_named(statement) or saying_named(statement)
    if named is None or _is_supposed(statement, named.behind):
        return
    topic = _topic(statement, named.behind)
    yield from _judged_topic(statement, named, topic, known) if len(topic) >= _SHORTEST_TOPIC else ()
    if len(topic) < _SHORTEST_TOPIC and (fact := _only_by_others(named, statement, known)):
        start, end = named.word.start, named.word.end
        yield Finding(statement.passage, start, end, "post", CONTRADICTED, ids_of([fact]), shared_only(fact))


def _judged_topic(statement: Statement, named: NamedText, topic: list[Word], known: Known) -> Iterator[Finding]:
    facts = _about(topic, known)
    start, end = topic[0].start, topic[-1].end
    passage = statement.passage
    if facts and (_is_anothers(facts, statement, known) or _has_other_author(named, topic, facts, statement, known)):
        yield Finding(passage, start, end, "post", CONTRADICTED, ids_of(facts), shared_only(facts[0]))
    elif not facts and (fact := _only_by_others(named, statement, known)):
        yield Finding(passage, start, end, "post", CONTRADICTED, ids_of([fact]), shared_only(fact))
    elif named.saying:
        return
    elif facts and _is_given_to_colleague(statement) and _is_their_own(topic, facts, known):
        yield Finding(passage, start, end, "post", CONTRADICTED, ids_of(facts), _their_own(facts[0]))
    elif facts and not (is_published(named.word.folded) and _is_told_elsewhere(facts)):
        yield Finding(passage, start, end, "post", VERIFIED, ids_of(facts))
    else:
        texts = known.posts if is_published(named.word.folded) else known.prose
        subject = _before_verdict(statement, topic)
        doubtful = (
            _may_be_of(topic, texts, known)
            or known.words_of_employers.issuperset(word.folded for word in topic)  # "on your work at A"
            or _may_be_of(subject, known.posts, known, _HALF)
            or any(_is_foreign(known.evidence.tokens[fact.id]) for fact in known.posts)
        )
        text = quoted(passage.text[start:end])
        detail = Sentence(
            f"Dice que publicó algo sobre «{text}», y ninguno de sus textos trata de eso.",
            f"It says that they published something on “{text}”, and none of their texts is about that.",
        )
        yield Finding(passage, start, end, "post", UNSUPPORTED, (), detail, doubtful)


def _before_verdict(statement: Statement, topic: Sequence[Word]) -> Sequence[Word]:
    """The words of a topic in front of what is said of the text, without everyday ones and the verb of whoever wrote:
    "[cuestionas el valor de] los cupones", "the boring stack [made me think]".
    """
    verdicts = (word.start for word in statement.words if word.start > topic[0].end and is_predicate(word.folded))
    end = next(verdicts, statement.end)
    return [word for word in topic if word.start < end and may_be_a_thing(word.folded)]


def _may_be_of(topic: Sequence[Word], facts: Sequence[Fact], known: Known, enough: float = _ENOUGH) -> bool:
    """Whether their texts together have enough of the topic, so that it may be one put in other words."""
    keys = known.keys_of_prose if len(facts) == len(known.prose) else keys_of_facts(facts, known)
    return _overlap(topic, keys) >= enough and not _is_opposite_of_any(topic, known)


def _is_foreign(words: Sequence[str]) -> bool:
    """Whether a text is in a language whose words cannot be compared: it has hardly a small word of ours."""
    return len(words) >= _SHORTEST_TEXT and sum(map(function_words().__contains__, words)) / len(words) < _FEWEST


def keys_of_facts(facts: Iterable[Fact], known: Known) -> frozenset[str]:
    """What the words of several facts mean."""
    return frozenset().union(*map(known.keys_of_fact, facts))


def _is_told_elsewhere(facts: Sequence[Fact]) -> bool:
    """Whether nothing that has the topic is a text of theirs, or tells of one, as a line of their "about" may."""
    return not any(_is_text(fact) or any(map(is_text, tokens_of(fact.text))) for fact in facts)


def _is_text(fact: Fact) -> bool:
    return fact.field.startswith(("posts[", "custom."))


def _only_by_others(named: NamedText, statement: Statement, known: Known) -> Fact | None:
    """The text by somebody else that "tu columna", "your article" must mean: the only ones that their facts tell of."""
    if not named.authored or not is_authored(named.word.folded) or statement.sentence & Mark.COLLEAGUE:
        return None
    keys = keys_of(named.word.folded)
    facts = [fact for fact in known.prose if not keys.isdisjoint(known.keys_of_fact(fact))]
    others = [fact for fact in facts if _is_of_another(fact, statement, known)]
    return others[0] if others and len(others) == len(facts) else None


def _is_given_to_colleague(statement: Statement) -> bool:
    """Whether the clause says that somebody they work with wrote it: "el artículo de tu compañera"."""
    return (
        bool(statement.marks & Mark.COLLEAGUE)
        and _OF_COLLEAGUE.search(statement.passage.folded, statement.start, statement.end) is not None
    )


def _is_their_own(topic: Sequence[Word], facts: Sequence[Fact], known: Known) -> bool:
    """Whether the text that has most of the topic is a post in which nobody else is said to have written it."""
    best = max(facts, key=lambda fact: _overlap(topic, known.keys_of_fact(fact)))
    return (
        best.field.startswith("posts[") and other_author(best.text) is None and not _COLLEAGUE.search(fold(best.text))
    )


def _their_own(fact: Fact) -> Sentence:
    text = quoted(fact.text)
    return Sentence(f"Lo publicó esta persona, no un colega: «{text}».", f"They published it, no colleague: “{text}”.")


def _is_of_another(fact: Fact, statement: Statement, known: Known) -> bool:
    """Whether a post passes on what somebody wrote whom the text does not name."""
    author = other_author(fact.text) if _is_text(fact) else None
    if author is None or not known.their_names.isdisjoint(author.split()):
        return False
    return not is_named_in(author, statement.passage.vocabulary)


def _is_supposed(statement: Statement, place: int) -> bool:
    """Whether what says "if" or "imagine" stands before the text that is named, and not in what it was about."""
    end = statement.words[place - 1].end
    return any(cue.marks & UNREAL and cue.start < end for cue in statement.cues) or bool(
        statement.marks & UNREAL and not any(cue.marks & UNREAL for cue in statement.cues)
    )


def _is_anothers(facts: Sequence[Fact], statement: Statement, known: Known) -> bool:
    """Whether all that they published on it is somebody else's, and the clause does not say that they passed it on."""
    if statement.marks & Mark.COLLEAGUE or not reposts().isdisjoint(word.folded for word in statement.words):
        return False
    posts = [known.evidence.tokens[fact.id][:_FIRST_WORDS] for fact in facts if fact.field.startswith("posts[")]
    return bool(posts) and all(not reposts().isdisjoint(first) or _is_of_colleague(first) for first in posts)


def _has_other_author(
    named: NamedText, topic: Sequence[Word], facts: Sequence[Fact], statement: Statement, known: Known
) -> bool:
    """Whether "tu artículo", "what you wrote" is of a text that their post on it says somebody else wrote."""
    if not named.authored or statement.marks & Mark.COLLEAGUE or not reposts().isdisjoint(statement.vocabulary):
        return False
    best = max(facts, key=lambda fact: _overlap(topic, known.keys_of_fact(fact)))
    return _is_of_another(best, statement, known)


def _is_of_colleague(first: Sequence[str]) -> bool:
    """Whether a post begins with somebody else who did it: "Mi compañera Rocío escribió …"."""
    return len(first) > 1 and first[0] in ("mi", "my") and first[1].startswith(("companer", "coleg", "colleague"))


def shared_only(fact: Fact) -> Sentence:
    """They passed on what somebody else wrote."""
    text = quoted(fact.text)
    return Sentence(f"No lo escribió, lo compartió: «{text}».", f"They shared it and did not write it: “{text}”.")


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
    """The pairs of opposites of which `words` have one and not the other: the pair's number, and whether the first.
    What is denied ("bajaron, no subieron") stands on neither side.
    """
    said = (word for before, word in zip(("", *words), words, strict=False) if before not in _DENIALS)
    found = frozenset().union(*map(_sides_of, said))
    return frozenset((number, first) for number, first in found if (number, not first) not in found)


@lru_cache(maxsize=16_384)
def _sides_of(word: str) -> frozenset[tuple[int, bool]]:
    """The sides of opposites that a folded word stands on."""
    pairs = enumerate(_opposites())
    return frozenset((number, side is pair[0]) for number, pair in pairs for side in pair if word.startswith(side))


def denies(words: Iterable[str]) -> bool:
    """Whether any folded word denies what is said."""
    return not _DENIALS.isdisjoint(words)


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


def shares_topic(words: Sequence[Word], keys: frozenset[str]) -> bool:
    """Whether enough of what `words` are about is in `keys`."""
    return bool(words) and _overlap(words, keys) >= _ENOUGH
