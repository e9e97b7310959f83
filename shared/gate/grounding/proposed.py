"""Figures that are of no fact: what a trial would begin with, "two or three", and what somebody in a story counts."""

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.job_titles import words_of_titles
from shared.gate.grounding.somebody import subject_before
from shared.gate.grounding.statements import Mark, Statement

_PUT_FORWARD = lazy_pattern(
    r"\b(?:(?:prueba|piloto|ensayo|muestra|test|trial|pilot|sample|probar(?:lo|la)?|probamos|probemos|empezar|empezamos"
    r"|empecemos|arrancar|arrancamos|start|begin|try(?: this| it)?) (?:solo |just |only )?(?:con|en|with|on|in)"
    r"|tu pones|vos pones|usted pone|ustedes ponen|elige|eliges|elegis|elijan?|escoges?|you (?:pick|choose))"
    r" (?:solo |unos |unas |just |only |some |about )?$"
)
_OPEN = Mark.OFFER | Mark.QUESTION | Mark.HYPOTHESIS | Mark.POLITE | Mark.US
_OR_SO = lazy_pattern(r"\b(?P<fewer>un|uno|una|dos|tres|cuatro|cinco|one|two|three|four|five) (?:o|or) $")
_FEWER = {
    word: n
    for n, words in enumerate(("un uno una one", "dos two", "tres three", "cuatro four", "cinco five"), 1)
    for word in words.split()
}
_DESCRIBES = frozenset("con with de of".split())
"""What says of whom a figure tells and may mean the reader: "un responsable con cuatro mil personas a su cargo"."""
_WITH_US = frozenset("nosotros us gracias thanks".split())


def is_put_forward(figure: Figure, statement: Statement) -> bool:
    """Whether the figure is what a trial would begin with ("una prueba con cien referencias"), or "dos o tres"."""
    folded = statement.passage.folded
    if figure.unit is not Unit.PLAIN:
        return False
    if statement.sentence & _OPEN and _PUT_FORWARD.search(folded, statement.start, figure.start):
        return True
    match = _OR_SO.search(folded, statement.start, figure.start)
    return match is not None and figure.value == _FEWER[match["fewer"]] + 1


def is_of_somebody(figure: Figure, statement: Statement) -> bool:
    """Whether it is counted by somebody unnamed in a story: "the head of fleet joked that he has 200 vehicles"."""
    if figure.unit is not Unit.PLAIN or not _WITH_US.isdisjoint(statement.vocabulary):
        return False
    if statement.has_just_before(figure.start, _DESCRIBES):
        return False
    return any(word.folded in words_of_titles() for word in subject_before(statement.passage, figure.start)[:_NOUNS])


_NOUNS = 3
