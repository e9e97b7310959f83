"""How a finding on a figure is told: the figure with its noun, and what the facts have instead."""

from shared.domain.errors import Sentence
from shared.domain.message import Fact
from shared.gate.evidence import is_ours
from shared.gate.figure import Figure
from shared.gate.grounding.finding import quoted
from shared.gate.grounding.statements import Statement


def said(figure: Figure, statement: Statement) -> str:
    """The figure as written, with the noun that it counts."""
    passage = statement.passage
    end = figure.end
    if figure.noun:
        place = passage.folded.find(figure.noun, figure.end)
        end = place + len(figure.noun) if 0 <= place < figure.end + 20 else end
    return passage.text[figure.start : end]


def stated(figure: Figure, fact: Fact) -> str:
    """The figure as the fact has it, with what stands behind it."""
    return fact.text[figure.start : figure.end] + " ".join(["", *fact.text[figure.end :].split()[:2]]).rstrip(".,;:")


def wrong_owner(figure: Figure, statement: Statement, fact: Fact) -> Sentence:
    """The figure is ours where it should be theirs, or the other way round."""
    words, text = quoted(said(figure, statement)), quoted(fact.text)
    if is_ours(fact):
        return Sentence(
            f"«{words}» es una cifra nuestra («{text}»), no suya.",
            f"“{words}” is a figure of ours (“{text}”), not theirs.",
        )
    return Sentence(
        f"«{words}» es una cifra suya («{text}»), no nuestra.", f"“{words}” is a figure of theirs (“{text}”), not ours."
    )


def said_the_other_way(fact: Fact) -> Sentence:
    """Two figures stand in each other's place."""
    text = quoted(fact.text)
    return Sentence(f"Las cifras van al revés: su perfil dice «{text}».", f"The figures are turned round: “{text}”.")
