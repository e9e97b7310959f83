"""Text made comparable without moving a single character.

`fold` keeps every offset: what is found in folded text lies at the same place in the text as written. (The domain's
`without_accents` compares equally but may shorten or lengthen.)
"""

import unicodedata

_UNDECOMPOSABLE = {"ß": "s", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "’": "'", "ʼ": "'"}
_LATIN_WITH_MARKS = (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00))


def _base_letter(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0].lower()[0]


_FOLDED = str.maketrans({chr(code): _base_letter(chr(code)) for code in _LATIN_WITH_MARKS} | _UNDECOMPOSABLE)


def fold(text: str) -> str:
    """`text` in lower case and without the accents of Latin letters; exactly as long as it was."""
    return text.lower() if text.isascii() else text.translate(_FOLDED).lower()
