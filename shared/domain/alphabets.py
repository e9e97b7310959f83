"""Letters of one alphabet that are drawn like those of another: "Lucíа" may end in a Cyrillic letter.

A word of two alphabets is a disguise, and so may be one of look-alikes only ("whole-script confusables" of Unicode
Technical Standard 39, https://www.unicode.org/reports/tr39/); browsers judge host names by the same.
"""

import unicodedata

_DRAWN_AS_LATIN = frozenset("асԁеһіјӏоԛрѕԝхуѵανορτυικχ")
_CAPITALS_DRAWN_AS_LATIN = frozenset("АВЕЅІЈКМНОРСТУХԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC", "BOPOMOFO", "HANGUL"})
_WRITTEN_TOGETHER = _EAST_ASIAN | {"LATIN"}
_OF_NONE = frozenset({"MODIFIER", "FEMININE", "MASCULINE"})  # ʼ ª º


def mixes_alphabets(text: str) -> bool:
    """Whether letters of alphabets that nobody writes together stand in the text."""
    alphabets = _alphabets(text)
    return len(alphabets) > 1 and not alphabets <= _WRITTEN_TOGETHER


def looks_latin(text: str) -> bool:
    """Whether the text has letters, and all are of another alphabet and drawn as Latin ones."""
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and all(
        letter in _CAPITALS_DRAWN_AS_LATIN or letter.lower() in _DRAWN_AS_LATIN for letter in letters
    )


def is_disguised_name(name: str) -> bool:
    """Whether a word of the name mixes alphabets, or a word of look-alikes stands beside Latin ones.

    A name that is wholly in another alphabet is a name, whatever its letters look like.
    """
    if name.isascii():
        return False
    words = name.split()
    if any(mixes_alphabets(word) for word in words):
        return True
    return any("LATIN" in _alphabets(word) for word in words) and any(looks_latin(word) for word in words)


def _alphabets(text: str) -> set[str]:
    """The first words of the letters' Unicode names, which are those of their scripts."""
    letters = (character for character in text if character.isalpha())
    return {unicodedata.name(letter, "UNKNOWN").partition(" ")[0] for letter in letters} - _OF_NONE
