"""How a finding on a figure is told: the figure with its noun, and what the facts have instead."""

from shared.domain.errors import Sentence
from shared.domain.message import Fact
from shared.gate.evidence import is_ours
from shared.gate.figure import Figure
from shared.gate.grounding.finding import quoted, says_instead
from shared.gate.grounding.known import Known
from shared.gate.grounding.statements import Statement

_WORDS_BEHIND = 2
_LEADS_ON = frozenset("de del y e o en a con la el los las un una para por of and or in to the a for with".split())


def said(figure: Figure, statement: Statement) -> str:
    """The figure as written, with the noun that it counts."""
    passage = statement.passage
    end = figure.end
    if figure.noun:
        place = passage.folded.find(figure.noun, figure.end)
        end = place + len(figure.noun) if 0 <= place < figure.end + 20 else end
    return passage.text[figure.start : end]


def stated(figure: Figure, fact: Fact) -> str:
    """The figure as the fact has it, with the one or two words behind it that say what it counts."""
    behind = fact.text[figure.end :].split()[:_WORDS_BEHIND]
    while behind and behind[-1].lower() in _LEADS_ON:
        behind.pop()
    return fact.text[figure.start : figure.end] + " ".join(["", *behind]).rstrip(".,;:")


def wrong_owner(figure: Figure, statement: Statement, fact: Fact, known: Known) -> Sentence:
    """The figure is ours where it should be theirs, or the other way round; or it is of a job that they have left."""
    words, text = quoted(said(figure, statement)), quoted(fact.text)
    if fact.id in known.figures_of_former_jobs:
        return Sentence(
            f"«{words}» es de un trabajo anterior («{text}»), no de ahora.",
            f"“{words}” is of an earlier job (“{text}”), not of now.",
        )
    if is_ours(fact):
        return Sentence(
            f"«{words}» es una cifra nuestra («{text}»), no suya.",
            f"“{words}” is a figure of ours (“{text}”), not theirs.",
        )
    return Sentence(
        f"«{words}» es una cifra suya («{text}»), no nuestra.", f"“{words}” is a figure of theirs (“{text}”), not ours."
    )


def has_another(figure: Figure, statement: Statement, other: Figure, fact: Fact) -> Sentence:
    """A fact counts the same and has another figure."""
    return says_instead(said(figure, statement), stated(other, fact), ours=is_ours(fact))


def said_the_other_way(fact: Fact) -> Sentence:
    """Two figures stand in each other's place."""
    text, whose = quoted(fact.text), "nuestra prueba" if is_ours(fact) else "su perfil"
    return Sentence(f"Las cifras van al revés: {whose} dice «{text}».", f"The figures are turned round: “{text}”.")
