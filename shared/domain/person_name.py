"""People's names as a message may use them: the name and nothing else.

Emoji, decorative letters, forms of address, degrees, pronouns in brackets and LinkedIn's "2nd degree connection" go;
"Surname, Name" is turned round; a name in capitals, or in none, gets those of a name. Accents and inner capitals
stay, and names of any script pass. What is no name (nothing left, an address, a blank or a company, more than 120
characters) raises a PydanticCustomError of the type "person_name", and a name that mixes alphabets (a Cyrillic letter
among Latin ones) one of the type "disguised_name".
"""

import re
import unicodedata
from typing import Annotated, Final

from pydantic import AfterValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from shared.domain.alphabets import is_disguised_name
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.name_capitals import with_name_capitals
from shared.domain.name_parts import is_given_name, split_full_name
from shared.domain.name_words import AMBIGUOUS_POST_NOMINALS, DOTTED_HONORIFICS, HONORIFICS, POST_NOMINALS
from shared.domain.not_a_name import is_plainly_no_name
from shared.domain.text import without_accents

_LONGEST_INPUT = 400
_LONGEST_NAME = 120
_MOST_PASSES = 5
_WORD = "(?:[OD]['’]|Ma?c)?[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)?"
_BEFORE_SURNAME = "(?:(?:de|del|de la|de las|de los|van|von|van der) )?"
_NAME_ALREADY = lazy_pattern(f"{_BEFORE_SURNAME}{_WORD}(?: {_BEFORE_SURNAME}{_WORD}){{0,5}}")
_TITLES = HONORIFICS | DOTTED_HONORIFICS | POST_NOMINALS | AMBIGUOUS_POST_NOMINALS | {"dña", "doña"}

_BEFORE_SURNAMES = frozenset("sr sra srta mr mrs ms mx miss dr dra prof profa".split())

_ADDRESS = lazy_pattern(r"\S@\S|://|\bwww\.")
_BRACKETS = lazy_pattern(r"[(\[{（【«“\"][^()\[\]{}（）【】«»“”\"]*[)\]}）】»”\"]")
_DEGREE = lazy_pattern(
    r"\b(?:contact[oa]? de )?[123](?:st|nd|rd|er|º|ª|\.º)\+?(?:[ -](?:degree(?: connection)?|grado))?(?!\w)",
    re.IGNORECASE,
)
_SEPARATOR = lazy_pattern(r"\s*[|•●▪★☆✦✓✔➤►⭐]\s*|\s+[-–—·/~:@]+\s+|\s*—\s*")
_COPIES_OF_LETTERS = ("<font>", "<circle>", "<square>", "<wide>", "<narrow>")
_JOINERS = "\u200c\u200d"  # they shape letters in Persian and the scripts of India
_INNER_PUNCTUATION = "'’‘ʼ-‐·."


def canonical_person_name(text: str) -> str:
    """The name in `text`, alone and in its usual capitals; raises PydanticCustomError for none or a disguised one.

    The answer has at most 120 characters and is left as it is by another call.
    """
    if len(text) <= _LONGEST_INPUT and is_plainly_no_name(text):
        raise PydanticCustomError("person_name", "not a person's name")
    if _is_name_already(text):
        return text
    name = _settled(text) if len(text) <= _LONGEST_INPUT and not _ADDRESS.search(text) else ""
    if not any(map(str.isalpha, name)) or len(name) > _LONGEST_NAME:
        raise PydanticCustomError("person_name", "not a person's name")
    if is_disguised_name(name):
        raise PydanticCustomError("disguised_name", "letters of different alphabets in a name")
    return name


def _entering(text: str, info: ValidationInfo) -> str:
    return text if info.context is STORED else canonical_person_name(text)


STORED: Final = "stored"
"""Validation context of what was let in before: a rule that came later must not make it unreadable."""

PersonName = Annotated[str, AfterValidator(_entering)]
"""A person's name, or one part of it, without anything that is not the name."""


def complete_names(full: str | None, first: str | None, last: str | None) -> tuple[str | None, str | None, str | None]:
    """Full, first and last name, the missing ones derived from the others as far as that is possible.

    What is given is never changed, and calling it again changes nothing. A first name alone is also the full name.
    """
    if full is None:
        return _derived(" ".join(part for part in (first, last) if part)), first, last
    likely_first, likely_last = map(_derived, split_full_name(full))
    if first is None and last is None:
        return full, likely_first, likely_last
    if last is None and first is not None and first != likely_first:
        return full, first, _without_beginning(full, first, likely_last)
    if first is None and last is not None and last != likely_last:
        return full, _without_end(full, last, likely_first), last
    return full, first or likely_first, last or likely_last


def surname_alone(text: str) -> str | None:
    """The surname of "Sra. Pérez", where a form of address stands before one word that is no given name; else None."""
    words = text.split()
    if len(words) != 2 or _compared(words[0]) not in _BEFORE_SURNAMES or is_given_name(words[1]):
        return None
    return _derived(words[1])


def _derived(part: str | None) -> str | None:
    """A derived part in the form that it would have if it had been given, or None if it would be no name."""
    try:
        return canonical_person_name(part) if part else None
    except PydanticCustomError:
        return None


def _without_beginning(full: str, first: str, otherwise: str | None) -> str | None:
    """The surname: what follows the given name, if the full name begins with it."""
    words, known = full.split(), len(first.split())
    return _derived(" ".join(words[known:])) if _is_same(words[:known], first.split()) else otherwise


def _without_end(full: str, last: str, otherwise: str | None) -> str | None:
    """The given name: what precedes the surname, if the full name ends with it."""
    words, known = full.split(), len(last.split())
    return _derived(" ".join(words[:-known])) if _is_same(words[-known:], last.split()) else otherwise


def _is_same(words: list[str], others: list[str]) -> bool:
    return [without_accents(word) for word in words] == [without_accents(word) for word in others]


def _is_name_already(text: str) -> bool:
    """Whether `text` is plain capitalised words and particles, as most names are; files have fifty thousand."""
    if len(text) > _LONGEST_NAME or not _NAME_ALREADY.fullmatch(text):
        return False
    return _TITLES.isdisjoint(text.lower().split())


def _settled(text: str) -> str:
    """The name, cleaned until nothing changes: what one pass uncovers (a title behind an emoji) the next removes."""
    for _ in range(_MOST_PASSES):
        name = _name_in(text)
        if name == text:
            return name
        text = name
    return ""


def _name_in(text: str) -> str:
    plain = _DEGREE.sub(" ", _plain_letters(text))
    bracketless = _BRACKETS.sub(" ", plain)
    candidates = _SEPARATOR.split(bracketless if any(map(str.isalpha, bracketless)) else plain)
    first = next((part for part in candidates if any(map(str.isalpha, part))), "")
    words = _in_order([_kept(part).split() for part in first.split(",")])
    return unicodedata.normalize("NFC", " ".join(with_name_capitals(words)))


def _plain_letters(text: str) -> str:
    """NFC, with the decorative copies of letters (𝐋𝐮𝐜í𝐚, Ⓐna, Ａｎａ) replaced by the letters."""
    return unicodedata.normalize("NFC", "".join(map(_plain_letter, text)))


def _plain_letter(character: str) -> str:
    if character.isascii() or not unicodedata.decomposition(character).startswith(_COPIES_OF_LETTERS):
        return character
    return unicodedata.normalize("NFKC", character)


def _kept(part: str) -> str:
    """`part` with a space in place of each character that no name has."""
    return "".join(
        character if _belongs(character, part[index - 1] if index else " ") else " "
        for index, character in enumerate(part)
    )


def _belongs(character: str, before: str) -> bool:
    category = unicodedata.category(character)
    if category[0] == "L" or category == "Nd" or character == " ":
        return True
    follows_letter = unicodedata.category(before)[0] in "LM"
    return follows_letter and (category in ("Mn", "Mc") or character in _JOINERS or character in _INNER_PUNCTUATION)


def _in_order(parts: list[list[str]]) -> list[str]:
    """The words of the name, given name first, from the parts between commas."""
    bare = [words for part in parts if (words := _without_titles(part))]
    if len(bare) == 2 and _is_turned(bare[0], bare[1]):
        return _without_titles(bare[1] + bare[0])
    return bare[0] if bare else []


def _is_turned(before: list[str], behind: list[str]) -> bool:
    """Whether "before, behind" is "Surname, Name", and not a name with something added."""
    if is_given_name(behind[0]):
        return True
    if behind[0].isupper() and not before[0].isupper():
        return False  # "Lucía Ferrer, CSPO-X": a certificate that no list knows
    return not (len(before) > 1 and is_given_name(before[0]))


def _without_titles(words: list[str]) -> list[str]:
    """The words without forms of address in front, degrees behind, and stray punctuation."""
    trimmed = [bare for word in words if (bare := word.strip("'’‘ʼ-‐·")) and bare.strip(".")]
    while trimmed and _is_honorific(trimmed):
        trimmed = trimmed[1:]
    while trimmed and _is_post_nominal(trimmed):
        trimmed = trimmed[:-1]
    return trimmed


def _is_honorific(words: list[str]) -> bool:
    plain = _compared(words[0])
    if plain in HONORIFICS:
        return True
    return plain in DOTTED_HONORIFICS and len(words) > 1 and is_given_name(words[1])


def _is_post_nominal(words: list[str]) -> bool:
    plain = _compared(words[-1])
    if plain in AMBIGUOUS_POST_NOMINALS:
        return len(words) > 2 and words[-1].isupper() and not " ".join(words[:-1]).isupper()
    return plain in POST_NOMINALS


def _compared(word: str) -> str:
    return without_accents(word).replace(".", "")
