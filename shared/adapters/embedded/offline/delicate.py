"""What a person has written that no sales message may quote or allude to: a death, an illness, a dismissal, an insult.

The words are data (`delicate.json`), by language and matter, and generous: a text that is avoided costs nothing, as
there is always another thing to open with.
"""

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from shared.domain.text import without_accents

_BETWEEN_WORDS = r"[\s,.’'-]+"


@lru_cache(maxsize=4096)
def is_delicate(text: str) -> bool:
    """Whether any of the text touches such a matter, in Spanish or English, whatever language the message is in."""
    return _delicate().search(without_accents(text)) is not None


@cache
def _delicate() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(set(map(_pattern, _entries()))))})")


def _entries() -> Iterator[str]:
    """Single words first and then, each behind a bar, phrases; an asterisk stands for any ending of a word."""
    content = json.loads(files(__package__).joinpath("delicate.json").read_text("utf-8"))
    for matters in content.values():
        for entries in matters.values():
            words, *phrases = entries.split("|")
            yield from (*words.split(), *map(str.strip, phrases))


def _pattern(entry: str) -> str:
    words = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else r"\b") for word in entry.split())
    return _BETWEEN_WORDS.join(words)
