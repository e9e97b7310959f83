"""Shares in words: "más de la mitad", "cuatro de cada cinco", "two thirds", as percentages."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.gate.lexicon import table


class Ratio(NamedTuple):
    """A share in words at [start, end), in percent."""

    start: int
    end: int
    percent: float


_MAY_STATE_SHARE = lazy_pattern(
    r"mitad|half|halv|out of|de cada|terci|third|cuart|quarter|quint|fifth|sext|sixth|decim|tenth"
    r"| in (?:every |[\dtfsen])"
)
_SIGNS = "mitad,half,halv,out of,de cada,terci,third,cuart,quarter,quint,fifth,sext,sixth,decim,tenth, in ".split(",")
"""One of them stands wherever the pattern may be found, and each is looked for in a hundredth of the time."""
_HALF = (
    r"\bmitad|\bhalv(?:ed|es|e|ing)\b"
    r"|(?:by |over |under |than |nearly |almost |about )half\b|\bhalf (?:of|the|its|their|your)"
)


def signs_of_shares(folded: str) -> list[str]:
    """The signs of shares that a folded text has: no part of it has another."""
    return [sign for sign in _SIGNS if sign in folded]


def find_ratios(folded: str, signs: Iterable[str] = _SIGNS) -> Iterator[Ratio]:
    """The shares in words of a folded text, in order; `signs` are those that it can have, where they are known."""
    if not any(sign in folded for sign in signs) or not _MAY_STATE_SHARE.search(folded):
        return
    for match in _pattern().finditer(folded):
        percent = _percent(match)
        if percent is not None:
            yield Ratio(match.start(), match.end(), percent)


def _percent(match: re.Match[str]) -> float | None:
    if match["half"]:
        return 50.0
    over = _numbers().get(match["over"] or "", 0)
    parts = _parts().get((match["part"] or "").rstrip("s"), 0)
    of = _numbers().get(match["of"] or "", 0)
    return 100 * over / (parts or of) if 0 < over <= (parts or of) else None


@lexicon_patterns()
def _pattern() -> re.Pattern[str]:
    numbers = "|".join(sorted(_numbers(), key=len, reverse=True))
    parts = "|".join(f"{part}s?" for part in _parts())
    return lazy_pattern(
        rf"\b(?:(?P<half>{_HALF})"
        rf"|(?P<over>{numbers})[ -](?:(?P<part>{parts})\b(?! (?:part|de hora|of an hour|(?:of a|de) mill))"
        rf"|(?:[a-z]+ (?:out of|in|de cada)|out of(?: every)?|de cada|de|in|in every) (?P<of>{numbers}))\b)"
    )


@cache
def _numbers() -> dict[str, float]:
    words = table("number_words")
    known: dict[str, float] = {word: float(value) for word, value in (words["units"] | words["ones"]).items() if value}
    return known | {str(number): float(number) for number in range(1, 101)}


@cache
def _parts() -> dict[str, float]:
    parts: dict[str, float] = table("number_words")["parts"]
    return parts
