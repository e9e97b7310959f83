"""Pasted lines as a person sees them: LinkedIn's page holds most lines twice, once for screen readers."""

import re
import unicodedata

from shared.domain.lazy_pattern import lazy_pattern

_MOST_LINES = 3_000
_SHORTEST_DOUBLE = 3
_INVISIBLE = lazy_pattern("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\ufe0e\ufe0f]")
_CONTROLS = lazy_pattern(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SEE_MORE = lazy_pattern(
    r"\s*(?:…|\.\.\.)\s*(?:ver más|mostrar más|see more|show more|more|más)\s*$|^(?:ver más|see more)$", re.IGNORECASE
)
_BULLET = lazy_pattern(r"^[-–•*▪◦]\s+")


def clean_lines(text: str) -> list[str]:
    """The lines of the text with something in them: NFC, trimmed, without "see more", each said once."""
    lines: list[str] = []
    for raw in unicodedata.normalize("NFC", text).splitlines()[:_MOST_LINES]:
        line = _said_once(_SEE_MORE.sub("", _visible(raw)))
        if line and (not lines or line != lines[-1]):
            lines.append(line)
    return lines


def without_bullet(line: str) -> str:
    """The line without the dash or dot in front."""
    return _BULLET.sub("", line)


def _visible(line: str) -> str:
    return " ".join(_CONTROLS.sub(" ", _INVISIBLE.sub("", line)).split())


def _said_once(line: str) -> str:
    """The line without its twin for screen readers, which a copy writes behind it: "Lucía FerrerLucía Ferrer"."""
    half, rest = divmod(len(line), 2)
    if not rest and half >= _SHORTEST_DOUBLE and line[:half] == line[half:]:
        return line[:half].strip()
    if rest and half >= _SHORTEST_DOUBLE and line[half] == " " and line[:half] == line[half + 1 :]:
        return line[:half]
    return line
