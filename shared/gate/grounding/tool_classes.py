"""Which tools are for the same: who has told us of their Zoho is not asked whether they keep orders in Salesforce."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from shared.gate.grounding.known import Known
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.grounding.variants import aliases_of
from shared.gate.lexicon import word_list
from shared.gate.words import tokens_of

Tokens = tuple[str, ...]


def is_instead_of_theirs(tokens: Tokens, statement: Statement, known: Known) -> bool:
    """Whether the reader has another tool of the same class, and the clause that asks them for this one names none of
    theirs.
    """
    if not statement.sentence & (Mark.THEM | Mark.QUESTION):
        return False
    said = f" {' '.join(word.folded for word in statement.passage.words)} "
    theirs = [tool for tool in _others(tokens) if f" {' '.join(tool)} " in known.their_plain]
    return bool(theirs) and not any(f" {' '.join(tool)} " in said for tool in theirs)


def _others(tokens: Tokens) -> Sequence[Tokens]:
    names = (tokens, *aliases_of(tokens))
    return [tool for name in names for tools in _classes().get(name, ()) for tool in tools if tool not in names]


@cache
def _classes() -> dict[Tokens, list[list[Tokens]]]:
    """For each tool the classes that it is of."""
    found: dict[Tokens, list[list[Tokens]]] = defaultdict(list)
    for line in word_list("tool_classes"):
        tools = [tokens_of(name) for name in line.partition(" = ")[2].split(", ")]
        for tool in tools:
            found[tool].append(tools)
    return dict(found)
