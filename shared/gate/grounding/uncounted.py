"""Figures that count nothing: the hour or the day that somebody proposes, the numbers of a list and of names."""

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Figure, Unit
from shared.gate.figures import is_base
from shared.gate.grounding.months import is_month
from shared.gate.grounding.statements import Mark, Statement

_WEEKDAYS = frozenset(
    "lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday mon"
    " tue tues wed thu thurs fri sat sun".split()
)
_DAY_BEFORE = _WEEKDAYS | frozenset("semana week".split())
_LINKS = frozenset("el del de la the of y o u and or al to".split())
_CLOCK = frozenset("las la at".split())
_TIME_BEFORE = _CLOCK | frozenset("by around until till before after past sobre hacia desde hasta".split())
_PARTS_OF_DAY = frozenset(("", "manana", "tarde", "noche", "madrugada", "sharp", "am", "pm", "hora", "horas"))
_HOUR_BEHIND = lazy_pattern(r"\s?(?:o['’]clock|[ap]\.?\s?m\b|h\b|hrs?\b)")
_LIST_MARK = lazy_pattern(r"(?:^|\n)[ \t]*$")
_OF_THE_PAST = Mark.PAST | Mark.OBSERVED | Mark.MET
_HOURS, _DAYS = 24, 31
_LONGEST_LIST = 10
_LOOK_BACK = 4


def counts_nothing(figure: Figure, statement: Statement, *, counted: bool) -> bool:
    """Whether the figure is an hour, a day to come, an item's number or the hundred that a share is of;
    `counted` if the facts have such a day.
    """
    return (
        is_clock(figure, statement, counted=counted)
        or _is_item_number(figure, statement)
        or is_base(figure, statement.passage.folded)
        or _is_day_to_come(figure, statement, dated=counted)
        or (not counted and _is_part_of_a_name(figure, statement))
    )


def is_clock(figure: Figure, statement: Statement, *, counted: bool) -> bool:
    """Whether the figure is an hour of the day: "a las 10", "by nine o'clock", "11am"; with minutes none is that a fact
    has an hour for.
    """
    if figure.unit is Unit.CLOCK:
        return not counted
    if figure.value > _HOURS or figure.unit is not Unit.PLAIN:
        return False
    before = statement.word_before(figure.start)
    if before is None:
        return False
    if _HOUR_BEHIND.match(statement.passage.folded, figure.end) and before.folded in _TIME_BEFORE:
        return True
    return before.folded in _CLOCK and figure.noun in _PARTS_OF_DAY


def _is_item_number(figure: Figure, statement: Statement) -> bool:
    """Whether the figure numbers an item, at the beginning of a line ("1. ") or inside one ("3) qué recibe")."""
    text = statement.passage.text
    mark = text[figure.end : figure.end + 2].strip()
    begins = _LIST_MARK.search(text, max(0, figure.start - _LOOK_BACK), figure.start) is not None
    is_in_line = mark == ")" and figure.value < _LONGEST_LIST and text[figure.start - 1 : figure.start] in (" ", "(")
    return is_in_line or (begins and mark in (".", ")", ".-"))


def _is_part_of_a_name(figure: Figure, statement: Statement) -> bool:
    """Whether the figure belongs to an acronym in front of it: "IFRS 9", "SOC 2", "WCAG 2.2"."""
    before = statement.word_before(figure.start)
    if before is None or figure.unit is not Unit.PLAIN or before.end != figure.start - 1:
        return False
    return len(before.text) > 1 and before.text.isupper() and statement.passage.text[figure.start].isdigit()


def _is_day_to_come(figure: Figure, statement: Statement, *, dated: bool) -> bool:
    """Whether the figure is a day of the month in a clause that tells of nothing past: "el jueves 14"."""
    if figure.value > _DAYS or figure.unit is not Unit.PLAIN or statement.marks & _OF_THE_PAST:
        return False
    before = [word for word in statement.words_before(figure.start, _LOOK_BACK) if word.folded not in _LINKS]
    if not before:
        return False
    in_month = is_month(before[-1].folded) or is_month(figure.noun)
    return before[-1].folded in _DAY_BEFORE or (in_month and not dated)
