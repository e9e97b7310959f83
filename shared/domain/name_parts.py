"""Where the given name of a full name ends and the surname begins.

Spanish names have one or two given names and one or two surnames; English ones a given name, middle names and a
surname. Particles stay with the surname ("de la Cruz"), devotions with the given name ("María del Carmen"). No rule
is right for every name: a caller who knows the parts says so.
"""

from shared.domain.given_names import (
    COMPOUND_HEADS,
    ENGLISH_COMPOUNDS,
    ENGLISH_GIVEN_NAMES,
    SHORT_COMPOUND_HEADS,
    SPANISH_GIVEN_NAMES,
    SPANISH_GIVEN_NAMES_AND_SURNAMES,
)
from shared.domain.name_words import (
    CONJUNCTIONS,
    DEVOTION_HEADS,
    DEVOTIONS,
    LOWER_ARTICLES,
    LOWER_PARTICLES,
    PARTICLES,
    SUFFIXES,
)
from shared.domain.text import without_accents

_MOST_GIVEN_NAMES = 3
_GIVEN_NAMES = SPANISH_GIVEN_NAMES | SPANISH_GIVEN_NAMES_AND_SURNAMES | ENGLISH_GIVEN_NAMES
_GIVEN_NAMES_BEHIND_INITIALS = SPANISH_GIVEN_NAMES | ENGLISH_GIVEN_NAMES


def split_full_name(full: str) -> tuple[str | None, str | None]:
    """The given name and the surname of `full`; None for what it does not have.

    A middle initial, or the middle name of an English name, is in neither.
    """
    words = full.split()
    if not words or _begins_with_surname(words):
        return None, full or None
    units = _units(words)
    given = _given_count(units)
    rest = units[given:]
    if len(rest) > 1 and _is_middle_name(units, given):
        rest = rest[1:]
    return " ".join(units[:given]), " ".join(rest) or None


def is_given_name(word: str) -> bool:
    """Whether the word is known as a given name."""
    return without_accents(word) in _GIVEN_NAMES


def _is_particle(word: str) -> bool:
    return without_accents(word).rstrip(".") in PARTICLES


def _begins_with_surname(words: list[str]) -> bool:
    """Whether particles come first: "de la Cruz", "van Dijk", "Van der Berg"; "Van Morrison" is a given name."""
    first, *others = words
    if not others or not _is_particle(first):
        return False
    if _is_particle_alone(first) or first in LOWER_PARTICLES:
        return True
    return first.lower() in LOWER_PARTICLES and others[0] in LOWER_PARTICLES | LOWER_ARTICLES


def _units(words: list[str]) -> list[str]:
    """The words, with each particle joined to what follows it, and each conjunction or suffix to its neighbours."""
    units: list[str] = []
    open_ended = False
    for index, word in enumerate(words):
        joins = open_ended or _closes(word, index, len(words))
        if joins and units:
            units[-1] += f" {word}"
        else:
            units.append(word)
        open_ended = _stays_open(word, index, len(words), open_ended)
    return units


def _stays_open(word: str, index: int, count: int, already: bool) -> bool:
    """Whether the next word belongs to this one."""
    if index + 1 == count:
        return False
    if _is_conjunction(word, index, count):
        return True
    return _is_particle(word) and (index > 0 or already or _is_particle_alone(word))


def _is_particle_alone(word: str) -> bool:
    """A first word that is never a given name: "de la Cruz" is a surname, "Al Brannigan" a person."""
    return without_accents(word) in ("de", "del", "von")


def _closes(word: str, index: int, count: int) -> bool:
    """Whether the word belongs to the one before it."""
    if index < 2:
        return False
    return _is_conjunction(word, index, count) or (index + 1 == count and without_accents(word).rstrip(".") in SUFFIXES)


def _is_conjunction(word: str, index: int, count: int) -> bool:
    return word in CONJUNCTIONS and 2 <= index < count - 1


def _given_count(units: list[str]) -> int:
    """How many units, from the left, are given names."""
    plain = [without_accents(unit) for unit in units]
    if len(units) == 1:
        return 1
    if len(units) == 2:
        return 2 if _is_compound_without_surname(plain) else 1
    given = 1
    while given < min(len(units) - 1, _MOST_GIVEN_NAMES) and _goes_on(plain, given):
        given += 1
    return 2 if given == 1 and _has_four_plain_parts(plain) else given


def _is_compound_without_surname(plain: list[str]) -> bool:
    if plain[0] in DEVOTION_HEADS - {"jose", "juan"} and plain[1] in DEVOTIONS:
        return True
    return plain[0] in SHORT_COMPOUND_HEADS and plain[1] in SPANISH_GIVEN_NAMES


def _goes_on(plain: list[str], given: int) -> bool:
    """Whether the unit at `given` is one more given name."""
    before, unit = plain[given - 1], plain[given]
    if _is_initial(before):
        return _is_initial(unit) or unit in _GIVEN_NAMES_BEHIND_INITIALS
    if _is_english(before) and given == 1:
        return f"{before} {unit}" in ENGLISH_COMPOUNDS
    if unit in SPANISH_GIVEN_NAMES or (before in DEVOTION_HEADS and unit in DEVOTIONS):
        return True
    return before in COMPOUND_HEADS and unit in SPANISH_GIVEN_NAMES_AND_SURNAMES


def _has_four_plain_parts(plain: list[str]) -> bool:
    """Two given names and two surnames, none of them known: Lucía Zuriñe Ferrer Ortega."""
    if len(plain) != 4 or any(" " in unit or _is_initial(unit) for unit in plain) or _is_english(plain[0]):
        return False
    return not plain[1].endswith("ez")


def _is_middle_name(units: list[str], given: int) -> bool:
    unit = without_accents(units[given])
    if _is_initial(unit):
        return True
    return given == 1 and _is_english(without_accents(units[0])) and unit in ENGLISH_GIVEN_NAMES


def _is_english(plain: str) -> bool:
    return plain in ENGLISH_GIVEN_NAMES and plain not in SPANISH_GIVEN_NAMES


def _is_initial(plain: str) -> bool:
    return len(plain.rstrip(".")) == 1 and plain.isascii()
