"""Text from outside, made inert: one line, nothing invisible, nothing that could pass for a delimiter of a prompt.

What a prospect's profile says reaches a model beside instructions. Three things let such text pose as more than data:
a line of its own, characters that nobody sees (Unicode's format and tag characters can carry whole sentences), and
brackets in the form of our delimiters. All three go; the words stay, since they are the facts.
"""

import unicodedata

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import utf16_length

_INVISIBLE_OR_BREAKING = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}

_ANGLES = "<＜‹〈⟨《≪˂❮❬❰"
_TAG_OPENING = lazy_pattern(rf"[{_ANGLES}][\s{_ANGLES}]*(?=[/!?|]|[^\W\d_])")

_BRACES = lazy_pattern(r"[{}｛｝❴❵]")


def one_line(text: str) -> str:
    """`text` on one line: what breaks lines becomes a space, what nobody sees goes, runs of space become one."""
    if not text.isprintable():  # nearly every text is, and then nothing in it is of those categories
        text = "".join(_visible(character) for character in text)
    return " ".join(text.split())


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category not in _INVISIBLE_OR_BREAKING:
        return character
    return " " if category in ("Zl", "Zp") or character.isspace() else ""


def inert(text: str) -> str:
    """`text` on one line, without the brackets that open a tag: "</facts>" becomes "/facts>", "< 20 %" stays."""
    return _TAG_OPENING.sub("", one_line(text))


def without_braces(text: str) -> str:
    """`text` without curly brackets of any kind, so that nothing in it reads as a variable."""
    return _BRACES.sub("", text)


def shortened(text: str, limit: int) -> str:
    """The longest beginning of `text` within `limit` UTF-16 code units that ends with a whole word.

    Where one word alone is longer, it ends with a whole character.
    """
    if utf16_length(text) <= limit:
        return text
    kept = text[:limit]
    while utf16_length(kept) > limit:
        kept = kept[:-1]
    if text[len(kept)].isspace():
        return kept.rstrip()
    return kept.rpartition(" ")[0].rstrip() or kept
