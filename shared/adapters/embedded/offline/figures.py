"""Figures in what somebody has written."""

from shared.domain.lazy_pattern import lazy_pattern

_NUMBERS = "|".join(
    "dos tres cuatro cinco seis siete ocho nueve diez once doce"
    " two three four five six seven eight nine ten eleven twelve".split()
)
_FIGURE = lazy_pattern(rf"\d|\b(?:{_NUMBERS})\b", 2)
_YEAR = lazy_pattern(r"\b(?:19|20)\d\d\b")
_COUNTED = lazy_pattern(rf"\b((?:\d[\d.,]*|{_NUMBERS}) [a-záéíóúñ]{{4,}})\b", 2)
_UNCOUNTABLE = lazy_pattern(
    r"(?:años|meses|months|years|year|of the|de la|mañana|morning|more|less|menos|para|entre|from|with|desde|hasta|over"
    r"|personas|people|unidades|units|veces|times|cosas|things|hundred|thousand|mil|millones|million|por|instead)\b"
)


def has_figure(text: str) -> bool:
    """Whether the text states a number, in digits or as a word."""
    return _FIGURE.search(text) is not None


def states_a_figure(text: str) -> bool:
    """Whether it states one that is not a year."""
    return has_figure(_YEAR.sub("", text))


def counted(text: str) -> str | None:
    """The first number with the noun that it counts ("312 tejados"), in lower case; None if there is none to name."""
    for match in _COUNTED.finditer(text):
        number, noun = match[1].lower().split(" ", 1)
        if not _UNCOUNTABLE.match(noun) and not _YEAR.fullmatch(number) and not number.endswith((",", ".")):
            return f"{number} {noun}"
    return None
