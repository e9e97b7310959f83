"""Job titles, whatever the words: "CEO" for "Directora General", "diriges la fábrica" for "Director de Planta".

A title is a rank and the functions that it is about; two titles agree if their functions do and their ranks are close.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from shared.domain.message import Fact
from shared.gate.grounding.finding import CONTRADICTED, VERIFIED, Finding, ids_of, says_instead
from shared.gate.grounding.keys import keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.lexicon import table
from shared.gate.words import Word, words_of

_LINKS = frozenset("de del la las el los lo al y e of the for and".split())
_ARTICLES = frozenset("un una el la los las lo the a an tu su vuestra vuestro your".split())
_MAY_STAND_BEFORE = frozenset(
    "como as eres sos es soy ser siendo fuiste fue eras era are were was be been become became being de puesto cargo"
    " rol role hoy now ahora hola hi hello dear estimado estimada senora senor".split()
)
_BEING = frozenset("como as eres sos es soy ser siendo fuiste fue eras era are were was be been being usted".split())
_EMPLOYED_AT = frozenset("en at de".split())
_MOST_WORDS = 7


class Title(NamedTuple):
    """What a title says: its ranks (none where a verb says it), its functions, each word's alternatives."""

    ranks: frozenset[str]
    functions: tuple[frozenset[str], ...]

    def agrees(self, other: "Title") -> bool:
        """Whether the profile's title `other` says what this one says."""
        theirs: frozenset[str] = frozenset().union(*other.functions) if other.functions else frozenset()
        if any(function.isdisjoint(theirs) for function in self.functions):
            return False
        return not self.ranks or not other.ranks or _are_close(self.ranks, other.ranks)


class Mention(NamedTuple):
    """A title in a text, at the words [first, last]."""

    first: Word
    last: Word
    title: Title


def judged_titles(statement: Statement, known: Known) -> Iterator[Finding]:
    """What the facts say to the titles that a clause gives the person."""
    for mention in mentions_in(_without_companies(statement, known)):
        if not _is_given_to_them(mention, statement, known):
            continue
        facts = [fact for title, fact in _titles(known) if mention.title.agrees(title)]
        start, end = mention.first.start, mention.last.end
        if facts or _stands_in_facts(mention, statement, known):
            if facts:
                yield Finding(statement.passage, start, end, "title", VERIFIED, ids_of(facts[:2]))
            continue
        if known.titled:
            text, fact = statement.passage.text[start:end], known.titled[0]
            yield Finding(
                statement.passage, start, end, "title", CONTRADICTED, (fact.id,), says_instead(text, fact.text)
            )


def _without_companies(statement: Statement, known: Known) -> Sequence[Word]:
    """The words of a clause but for the names of employers: "directora de Logística Norte" is no logistics director."""
    companies = [company for company in known.employers if company <= statement.passage.named]
    if not companies:
        return statement.words
    named = {word.folded for word in statement.words if word.capitalised}
    hidden: frozenset[str] = frozenset().union(*(company for company in companies if company <= named))
    return [word for word in statement.words if not (word.capitalised and word.folded in hidden)]


def mentions_in(words: Sequence[Word]) -> Iterator[Mention]:
    """The titles among `words`: rank and function in either order, or a verb of leading and its function."""
    index = 0
    while index < len(words):
        found = _mention_at(words, index)
        yield from [found[1]] if found else ()
        index = found[0] if found else index + 1


def _mention_at(words: Sequence[Word], index: int) -> tuple[int, Mention] | None:
    folded = words[index].folded
    if folded in _ranks():
        first = _functions_before(words, index)
        last = _functions_after(words, index)
        return last + 1, Mention(words[first], words[last], title_of(words[first : last + 1]))
    if folded in _verbs():
        last = _functions_after(words, index)
        title = title_of(words[index + 1 : last + 1])
        return (last + 1, Mention(words[index], words[last], title)) if title.functions and not title.ranks else None
    return None


def title_of(words: Sequence[Word]) -> Title:
    """The title that `words` spell."""
    ranks: set[str] = set()
    functions: list[frozenset[str]] = []
    for word in words:
        ranks |= _ranks().get(word.folded, frozenset())
        function = _shorthand().get(word.folded) or _functions().get(word.folded)
        if function and not (word.folded in _ranks() and word.folded not in _shorthand()):
            functions.append(function)
    if "chief" in ranks:
        ranks.discard("specialist")  # the "officer" of a chief
    return Title(frozenset(ranks), tuple(functions))


def names_a_department(words: Sequence[Word]) -> bool:
    """Whether words name a part that most companies have: "Recursos Humanos", "Finance"."""
    return all(word.folded in _functions() or word.folded in _LINKS for word in words)


def _functions_after(words: Sequence[Word], index: int) -> int:
    last = at = index
    while at + 1 < len(words) and at - index < _MOST_WORDS:
        at += 1
        word = words[at]
        if words[at].start - words[at - 1].end > 1:
            break
        if word.folded in _functions() or (word.folded in _ranks() and at == last + 1):
            last = at
        elif word.folded not in _LINKS or at - last > 2:
            break
    return last


def _functions_before(words: Sequence[Word], index: int) -> int:
    """English puts the function first: "Operations Director"."""
    first = index
    while first > 0 and words[first - 1].folded in _functions() and words[first].start - words[first - 1].end == 1:
        first -= 1
    return first


def _is_given_to_them(mention: Mention, statement: Statement, known: Known) -> bool:
    """Whether the clause says that the person has the title."""
    if any(cue.marks & (Mark.GENERAL | Mark.COLLEAGUE) and cue.start < mention.first.start for cue in statement.cues):
        return False
    if mention.first.folded in _verbs():
        return bool(statement.sentence & Mark.THEM) and statement.asserts_at(mention.first.start)
    before = [word for word in statement.words if word.end <= mention.first.start]
    behind = [word for word in statement.words if word.start >= mention.last.end][:2]
    if before and before[-1].folded in _ARTICLES:
        before = before[:-1]
        if before and before[-1].folded in _BEING:
            return True
    elif before and before[-1].folded in _MAY_STAND_BEFORE:
        return True
    if len(behind) == 2 and behind[0].folded in _EMPLOYED_AT and behind[1].folded in known.their_words:
        return behind[1].capitalised
    return not before and bool(statement.sentence & Mark.THEM)


def _titles(known: Known) -> list[tuple[Title, Fact]]:
    return [(title_of(words_of(fact.text)), fact) for fact in known.titled]


def _stands_in_facts(mention: Mention, statement: Statement, known: Known) -> bool:
    """Whether some fact, a sentence of theirs perhaps, holds every word that means something in the mention."""
    said = [
        word.folded
        for word in statement.words
        if mention.first.start <= word.start <= mention.last.start and word.folded not in _LINKS
    ]
    return any(
        all(not keys_of(word).isdisjoint(known.keys_of_fact(fact)) for word in said)
        for fact in (*known.titled, *known.prose, *known.degrees)
    )


def _are_close(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one.isdisjoint(other):
        return True
    return any(not one.isdisjoint(group) and not other.isdisjoint(group) for group in _close_ranks())


@cache
def _close_ranks() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group.split()) for group in table("title_words")["close_ranks"])


@cache
def _ranks() -> dict[str, frozenset[str]]:
    return _by_word(table("title_words")["ranks"])


@cache
def _functions() -> dict[str, frozenset[str]]:
    return _by_word(table("title_words")["functions"])


@cache
def _shorthand() -> dict[str, frozenset[str]]:
    return {word: frozenset(groups.split()) for word, groups in table("title_words")["shorthand"].items()}


@cache
def _verbs() -> frozenset[str]:
    return frozenset(table("title_words")["verbs"].split())


def _by_word(groups: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group, words in groups.items():
        for word in words.split():
            found[word].add(group)
    return {word: frozenset(of) for word, of in found.items()}
