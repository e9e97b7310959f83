"""Products of theirs under another name: another number behind the name ("Gorbea 3" for the 2), or a name in lower case
that only resembles one of theirs ("your gridkeeper library").
"""

import re
from collections.abc import Iterator

from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.finding import CONTRADICTED, Finding, says_instead
from shared.gate.grounding.known import Known
from shared.gate.grounding.months import is_month
from shared.gate.grounding.ordinary import is_ordinary
from shared.gate.grounding.statements import Statement
from shared.gate.possessives import OWN
from shared.gate.words import Word

_SHORTEST_NAME = 3
_SHARED = 5
"""How many letters at the beginning or at the end two names have in common that may be taken for one another."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def judged_products(statement: Statement, known: Known) -> Iterator[Finding]:
    """The names of products in a clause that are nearly those of the facts."""
    for figure in statement.passage.figures_between(statement.start, statement.end):
        yield from _other_number(figure, statement, known)
    if statement.vocabulary.isdisjoint(OWN):
        return
    for before, word in zip(statement.words, statement.words[1:], strict=False):
        if before.folded in OWN and word.text.islower():
            yield from _other_name(word, statement, known)


def _other_number(figure: Figure, statement: Statement, known: Known) -> Iterator[Finding]:
    """A number right behind a name that the facts have another number behind."""
    name = statement.word_before(figure.start)
    if name is None or name.end != figure.start - 1 or _FIRST_YEAR <= figure.value <= _LAST_YEAR:
        return
    if figure.unit is not Unit.PLAIN:
        return
    if len(name.folded) < _SHORTEST_NAME or is_ordinary(name.folded) or is_month(name.folded):
        return
    said = statement.passage.text[figure.start : figure.end]
    stated = _numbers_behind(name.folded, known)
    if stated and said not in stated and (said.isdigit() or figure.value < _FIRST_YEAR):
        fact = next(iter(stated.values()))
        detail = says_instead(f"{name.text} {said}", fact.text)
        yield Finding(statement.passage, name.start, figure.end, "product", CONTRADICTED, (fact.id,), detail)


def _numbers_behind(name: str, known: Known) -> dict[str, Fact]:
    """The numbers that stand right behind a word in the facts about the person."""
    pattern = re.compile(rf"\b{re.escape(name)} v?(\d+(?:[.,]\d+)*)")
    facts = (fact for fact in known.facts_of_word.get(name, ()) if fact.id in known.theirs_by_id)
    return {match[1]: fact for fact in facts for match in pattern.finditer(fold(fact.text))}


def _other_name(word: Word, statement: Statement, known: Known) -> Iterator[Finding]:
    """A word that is none of the language and resembles one of theirs that is none either."""
    if len(word.folded) <= _SHARED or word.folded in known.facts_of_word or is_ordinary(word.folded):
        return
    for other in known.facts_of_word:
        if (
            len(other) > _SHARED
            and other in known.their_words
            and _resembles(word.folded, other)
            and not is_ordinary(other)
        ):
            fact = known.facts_of_word[other][0]
            detail = says_instead(word.text, fact.text)
            yield Finding(statement.passage, word.start, word.end, "product", CONTRADICTED, (fact.id,), detail)
            return


def _resembles(word: str, other: str) -> bool:
    """Whether two names share a beginning or an end, and none is the other with an ending."""
    if word.startswith(other[:-1]) or other.startswith(word[:-1]):
        return False
    return word[:_SHARED] == other[:_SHARED] or word[-_SHARED:] == other[-_SHARED:]
