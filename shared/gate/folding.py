"""Text made comparable without moving a single character.

`fold` keeps every offset: what is found in folded text lies at the same place in the text as written. (The domain's
`without_accents` compares equally but may shorten or lengthen.)
"""

import unicodedata

from shared.domain.lazy_pattern import lazy_pattern

_UNDECOMPOSABLE = {"ß": "s", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "’": "'", "ʼ": "'"}
_LATIN_WITH_MARKS = (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00))


def _base_letter(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0].lower()[0]


_BEYOND_ASCII = lazy_pattern(r"[^\x00-\x7f]")
_FOLDED: dict[int, str] = str.maketrans(
    {chr(code): _base_letter(chr(code)) for code in _LATIN_WITH_MARKS} | _UNDECOMPOSABLE
)
_FOLDED_LETTERS = frozenset(map(chr, _FOLDED))


def fold(text: str) -> str:
    """`text` in lower case and without the accents of Latin letters; exactly as long as it was."""
    if text.isascii():
        return text.lower()
    letters = set(_BEYOND_ASCII.findall(text)).intersection(_FOLDED_LETTERS)
    if not all(_FOLDED[ord(letter)].isascii() for letter in letters):
        return text.translate(_FOLDED).lower()  # "Ǿ" is "ø", which by itself is "o"
    for letter in letters:  # a few in most texts, and replacing is faster than translating
        text = text.replace(letter, _FOLDED[ord(letter)])
    return text.lower()
