"""Tools in lower case: "usáis kafka", "on openstack" of somebody whose facts name none of that name.

Names with capitals are judged where all unknown names are; in lower case only the lexicon of technologies tells a tool,
and a word that is also one of the language ("sage", "prefect") only where a tool would stand.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from shared.gate.grounding.finding import UNSUPPORTED, Finding, says_without_proof
from shared.gate.grounding.frames import is_claimed
from shared.gate.grounding.known import Known
from shared.gate.grounding.ordinary import is_ordinary, is_ordinary_in_capitals
from shared.gate.grounding.runs import Run
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.grounding.tool_classes import is_instead_of_theirs
from shared.gate.grounding.variants import other_writing, technologies
from shared.gate.lexicon import table
from shared.gate.phrases import PhraseBook
from shared.gate.possessives import OWN
from shared.gate.words import Word

_SHORTEST = 4
_SPANISH = frozenset("de que en el la los las con es no se al del un una lo os te como por para ahora ya fue".split())


def judged_tools(statement: Statement, known: Known) -> Iterator[Finding]:
    """The tools in lower case that a clause has the person use and no fact names."""
    if statement.vocabulary.isdisjoint(_first_words()):
        return
    for found in _tools().find(statement.words):
        words = statement.passage.words_between(found.first.start, found.last.end)
        if _is_written_as_a_tool(words, statement) and not _is_theirs(words, known):
            yield _finding(words, statement, known)


def _finding(words: Sequence[Word], statement: Statement, known: Known) -> Finding:
    start, end = words[0].start, words[-1].end
    detail = says_without_proof(statement.passage.text[start:end])
    claimed = is_claimed(Run(tuple(words), begins=False), statement)
    claimed = claimed or is_instead_of_theirs(tuple(word.folded for word in words), statement, known)
    doubtful = not claimed or bool(statement.marks & Mark.US and not statement.marks & Mark.THEM)
    return Finding(statement.passage, start, end, "technology", UNSUPPORTED, (), detail, doubtful)


def _is_theirs(words: Sequence[Word], known: Known) -> bool:
    """Whether a fact has the name, or another name of the same tool, or a part of it: "sap" for SAP Business One."""
    tokens = tuple(word.folded for word in words)
    return all(token in known.facts_of_word for token in tokens) or other_writing(tokens, known, acronym=False)


def _is_written_as_a_tool(words: Sequence[Word], statement: Statement) -> bool:
    if not all(word.text.islower() or word.text.isdigit() for word in words) or words[0].text.isdigit():
        return False
    if any(_is_a_name(word.folded) for word in words):
        return True
    return len(words) == 1 and _stands_as_a_tool(words[0], statement)


def _is_a_name(word: str) -> bool:
    """Whether a folded word is nothing but the name of a tool: no word of the language, nor a method or an acronym."""
    if len(word) < _SHORTEST or word in _words("no_tools"):
        return False
    return not (is_ordinary(word) or is_ordinary_in_capitals(word))


def _stands_as_a_tool(word: Word, statement: Statement) -> bool:
    """Whether a word of the language stands where a tool would: "en sage", "your prefect flows"."""
    before = statement.word_before(word.start)
    if word.folded not in _words("english_words"):
        return False
    if _is_spanish(statement):
        return True
    if before is None:
        return False
    behind = next((other for other in statement.words if other.start >= word.end), None)
    is_of_a_thing = behind is not None and behind.folded in _words("things")
    if before.folded in OWN and statement.passage.text[word.end : word.end + 1] == " ":
        return is_of_a_thing
    return before.folded in _words("before") and is_of_a_thing


def _is_spanish(statement: Statement) -> bool:
    """Whether the clause is in Spanish, where an English word is the name of a tool."""
    return len(statement.vocabulary & _SPANISH) > 1


@cache
def _tools() -> PhraseBook[None]:
    return PhraseBook((name, None) for name in technologies())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name[0] for name in technologies())


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(table("tools")[group].split())
