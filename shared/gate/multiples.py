"""Multiples in words: "habéis duplicado", "the team tripled", "el doble", "five times faster", "10x", as factors."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.gate.lexicon import table


class Multiple(NamedTuple):
    """That something is so many times as much, at [start, end)."""

    start: int
    end: int
    factor: float


_MAY_STATE_MULTIPLE = lazy_pattern(r"dobl|doubl|plic|tripl|quintupl|quadrupl|twice|fold|veces|times|\dx\b|\bx\d")
_SIGNS = ("dobl", "doubl", "plic", "tripl", "tupl", "drupl", "twice", "fold", "veces", "times", "x")
"""One of them stands wherever the pattern may be found."""
_FACTORS = {
    "dobl": 2, "doubl": 2, "duplic": 2, "twice": 2, "two": 2, "tripl": 3, "three": 3, "cuadruplic": 4, "cuadrupl": 4,
    "quadrupl": 4, "four": 4, "quintuplic": 5, "quintupl": 5, "five": 5, "sextuplic": 6, "six": 6, "seven": 7,
    "eight": 8, "decuplic": 10, "ten": 10,
}  # fmt: skip
_VERB_ES = r"(?!idad|ador|ad[oa]s\b|ada\b)\w+"
_NO_COPY = (
    r"\b(?! (?:(?:el|la|l[oa]s|un|una) )?(?:trabajo|tareas?|esfuerzos?|datos|registros?|facturas?|entradas?|codigo)\b)"
)
"""Behind a verb that says that something is copied, or done twice over."""
_MORE_ES = r"(?:mas|menos|mayor|menor|superior|inferior|mejor|peor|l[oa]s?|su|tu|vuestr\w+|la cifra)"
_MORE_EN = (
    r"(?:as|more|less|fewer|faster|quicker|bigger|larger|higher|lower|longer|better|cheaper|slower|smaller|greater"
    r"|the (?:size|number|volume|amount|revenue|sales|output|team|rate|speed)|your|its|our|their)"
)


def find_multiples(folded: str) -> Iterator[Multiple]:
    """The multiples of a folded text, in order; how often something happens ("tres veces al mes") is none."""
    if not any(sign in folded for sign in _SIGNS) or not _MAY_STATE_MULTIPLE.search(folded):
        return
    for match in _pattern().finditer(folded):
        factor = _factor(match)
        if factor > 1:
            yield Multiple(match.start(), match.end(), factor)


def _factor(match: re.Match[str]) -> float:
    if number := match["times"] or match["by"] or match["x"] or match["by_x"]:
        return _numbers().get(number) or float(number.replace(",", "."))
    said = match["verb"] or match["noun"] or match["fold"] or match["verb_en"] or match["twice"]
    return next((float(_FACTORS[stem]) for stem in _LONGEST_FIRST if said.startswith(stem)), 0.0)


_LONGEST_FIRST = sorted(_FACTORS, key=len, reverse=True)


@lexicon_patterns()
def _pattern() -> re.Pattern[str]:
    numbers = "|".join([*sorted(_numbers(), key=len, reverse=True), r"\d+(?:[.,]\d)?"])
    return lazy_pattern(
        rf"\b(?:(?P<verb>(?:duplic|triplic|cuadruplic|quintuplic|sextuplic|decuplic){_VERB_ES}{_NO_COPY}"
        r"|dobl(?:[ao]|ad[oa]s?|ando|ar\w*|aste\w*|aron|amos|ais|as|an|[oó])\b(?! (?:turno|jornada|check)))"
        r"|(?:el|al|un) (?P<noun>doble|triple|cuadruple|quintuple)\b(?! (?:filo|sentido|turno|check|clic))"
        r"|(?P<verb_en>(?:doubled|doubling|tripled|tripling|quadrupled|quadrupling)\b(?! (?:down|as|back|up)\b)"
        r"|(?:double|triple|quadruple)(?= (?:the|your|its|their|our|in|since|that|what|as|output|sales|revenue)\b))"
        r"|(?P<twice>twice)(?= (?:as|the)\b)"
        rf"|(?P<times>{numbers}) (?:veces\b(?= {_MORE_ES}\b)|times\b(?= {_MORE_EN}\b))"
        rf"|multiplic\w+ (?:\w+ ){{0,4}}?por (?P<by>{numbers})\b"
        r"|(?P<fold>two|three|four|five|six|seven|eight|ten)-?fold"
        r"|(?P<x>\d{1,3}(?:[.,]\d)?)x(?!\w)|x(?P<by_x>\d{1,3})\b)"
    )


@cache
def _numbers() -> dict[str, float]:
    words = table("number_words")
    return {word: float(value) for word, value in words["units"].items() if value > 1}
