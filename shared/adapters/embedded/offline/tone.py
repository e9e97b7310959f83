"""What a quoted sentence does: it tells of something solved, begun or still in trouble, of a way up, or just says how
things are.

The entries are data (`lexicons/tones.json`). Generous on the side of what is solved: telling somebody of a problem that
they have solved costs the message, a question on how they did it costs nothing.
"""

import json
from enum import StrEnum
from functools import cache, lru_cache

from shared.adapters.embedded.offline.lexicon import Lexicon, lexicon_text


class Tone(StrEnum):
    """The names are those of the questions in the phrase books."""

    RISE = "rise"
    SOLVED = "solved"
    TROUBLE = "trouble"
    LAUNCHED = "launched"
    PLAIN = "plain"


@lru_cache(maxsize=4096)
def tone_of(text: str) -> Tone:
    """The sentence's tone; PLAIN where nothing shows another."""
    found = _tones().found_in(text)
    return next((tone for tone in Tone if tone in found), Tone.PLAIN)


@cache
def _tones() -> Lexicon:
    return Lexicon(json.loads(lexicon_text("tones")))
