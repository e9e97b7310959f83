"""What texts are about, so that a problem is told only to somebody who has to do with it.

Topics are data (`lexicons/topics.json`): words in both languages, and a name for subjects. Trades too
(`lexicons/trades.json`): a hospital gets no sentence about lorries.
"""

import json
from collections.abc import Mapping
from functools import cache, lru_cache

from shared.adapters.embedded.offline.lexicon import Lexicon, lexicon_text
from shared.domain.language import Language


@lru_cache(maxsize=8192)
def topics_of(text: str) -> frozenset[str]:
    """The keys of the topics that the text touches."""
    return _words().found_in(text)


def label(topic: str, language: Language) -> str:
    """What a subject calls the topic: "turnos", "month-end close"."""
    return _topics()[topic]["label"][language]


@lru_cache(maxsize=8192)
def contradicts(profile: str, text: str) -> bool:
    """Whether the text speaks of goods to a trade that has none, of customers and orders to a public service, or of
    deals to a shop.
    """
    trades, spoken_of = _trades().found_in(profile), _trades().found_in(text)
    if "goods" in spoken_of and "others" in trades and "makers" not in trades:
        return True
    if "buyers" in spoken_of and "public" in trades and "makers" not in trades:
        return True
    return "dealing" in spoken_of and "shops" in trades


def names_a_profession(title: str) -> bool:
    """Whether the title is of a profession that no role of a company has: a nurse, a photographer, a teacher."""
    return "professions" in _trades().found_in(title)


@cache
def _topics() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    content: dict[str, dict[str, dict[str, str]]] = json.loads(lexicon_text("topics"))
    return content


@cache
def _words() -> Lexicon:
    return Lexicon({key: str(topic["words"]) for key, topic in _topics().items()})


@cache
def _trades() -> Lexicon:
    return Lexicon(json.loads(lexicon_text("trades")))
