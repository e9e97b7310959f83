"""Shares in words: "más de la mitad", "cuatro de cada cinco", "two thirds", "una cuarta parte", as percentages."""

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
    r"mitad|half|halv|out of|de cada|terci|terce|third|cuart|quarter|quint|fifth|sext|sixth|septim|seventh|octav"
    r"|eighth|noven|ninth|decim|tenth|(?:por|per) (?:mil|thousand)\b| in (?:every |a |[\dtfsen])"
)
_SIGNS = (
    "mitad,half,halv,out of,de cada,terc,third,cuart,quarter,quint,fifth,sext,sixth,septim,seventh,octav,eighth,noven"
    ",ninth,decim,tenth, in ,or mil,er thousand"
).split(",")
"""One of them stands wherever the pattern may be found, and each is looked for in a hundredth of the time."""
_HALF = (
    r"(?<!\ba )(?<!\ben )\bmitad|\bhalv(?:ed|es|e|ing)\b"
    r"|(?:by |over |under |than |nearly |almost |about |to )half\b(?! an? )|\bhalf (?:of|the|its|their|your)"
)
_MANY = {
    "cien": 100, "hundred": 100, "mil": 1000, "thousand": 1000, "1.000": 1000, "1,000": 1000,
}  # fmt: skip
_NO_SHARE = (
    r"(?! (?:part|de hora|of an hour|(?:of a|de) mill))"
    r"(?! (?!(?:of|de|del|more|less|fewer|off|in|to|on|at|and|or|y|o|a|al|en|menos|mas|by|que|are|is|was|were)\b)\w)"
)
"""Behind "a third": a third shop is the one behind the second, a quarter of an hour is a length of time."""


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
    """The share that a match states; None where it is no part of a whole."""
    if match["half"]:
        return 50.0
    over, whole = next(
        (_value(match[over]), _value(match[whole])) for over, whole in _PAIRS if match[over] and match[whole]
    )
    return 100 * over / whole if 0 < over <= whole else None


_PAIRS = (("over", "part"), ("few", "feminine"), ("some", "of"), ("last", "each"), ("rare", "many"))


def _value(word: str) -> float:
    """What a number or the name of a part stands for: 3 for "three", "tercio" and "terceras"."""
    return 1.0 if word == "la" else _numbers().get(word) or _MANY.get(word) or _parts()[word.rstrip("s")]


@lexicon_patterns()
def _pattern() -> re.Pattern[str]:
    numbers = "|".join(sorted(_numbers(), key=len, reverse=True))
    words = table("number_words")
    parts, feminine = ("|".join(f"{part}s?" for part in words[name]) for name in ("parts", "parts_of"))
    many = "|".join(map(re.escape, _MANY))
    return lazy_pattern(
        rf"\b(?:(?P<half>{_HALF})"
        rf"|(?P<over>{numbers})[ -](?P<part>{parts})\b{_NO_SHARE}"
        rf"|(?P<few>{numbers}|la) (?P<feminine>{feminine}) partes?\b"
        rf"|(?P<rare>{numbers}) (?:[a-z]+ )?(?:out of|in|per|por|de|de cada)"
        rf" (?:(?:every|an?|one|un) )?(?P<many>{many})\b"
        rf"|de cada (?P<each>(?!diez\b|10\b|cien\b|100\b)(?:{numbers}))(?: [a-z]+){{0,2}},? (?P<last>{numbers})\b"
        rf"|(?P<some>{numbers}) (?:(?:(?<!\ba )(?<!\bun )(?<!\buna )[a-z]+ )(?:out of|in|de cada)"
        rf"|out of(?: every)?|de cada|de|in|in every) (?P<of>{numbers})\b{_NO_LENGTH})"
    )


_NO_LENGTH = r"(?! (?:min|hora|hour|dia|day|seman|week|mes|month|ano|year)\w*)"
"""Behind "in two": a size restocked in two days is no share."""


@cache
def _numbers() -> dict[str, float]:
    words = table("number_words")
    known: dict[str, float] = {word: float(value) for word, value in (words["units"] | words["ones"]).items() if value}
    return known | {str(number): float(number) for number in range(1, 101)}


@cache
def _parts() -> dict[str, float]:
    words = table("number_words")
    return {part: float(of) for part, of in (words["parts"] | words["parts_of"]).items()}
