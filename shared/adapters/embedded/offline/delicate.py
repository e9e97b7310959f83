"""What a person has written that no sales message may quote or allude to: a death, an illness, a dismissal, an insult.

The entries are data (`lexicons/delicate.json`), by language and matter, and generous: a text that is avoided costs
nothing, as there is always another thing to open with.
"""

import json
from functools import cache, lru_cache

from shared.adapters.embedded.offline.lexicon import Lexicon, lexicon_text


@lru_cache(maxsize=4096)
def is_delicate(text: str) -> bool:
    """Whether any of the text touches such a matter, in Spanish or English, whatever language the message is in."""
    return _matters().touches(text)


@cache
def _matters() -> Lexicon:
    content = json.loads(lexicon_text("delicate"))
    return Lexicon(
        {f"{language} {matter}": text for language, matters in content.items() for matter, text in matters.items()}
    )
