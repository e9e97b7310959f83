"""Towns, regions, countries and what comes from there: whether a text names a place that the facts name otherwise.

Bilbaína, Vizcaya, País Vasco, Euskadi and Spanish are all true of somebody in Bilbao; Bangalore of somebody in
Bengaluru. The tables are `towns.txt` and its kin under `lexicons/`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.folding import fold
from shared.gate.lexicon import is_kept, table, word_list

_TOWNS = Path(__file__).parent.parent / "lexicons" / "towns.txt"
_CAPITALISED = lazy_pattern(
    r"[A-ZÁÉÍÓÚÑÜÖÄ][\w'’-]+(?:\s(?:(?:de|del|la|el|los|las|of)\s){0,2}[A-ZÁÉÍÓÚÑÜÖÄ][\w'’-]+){0,3}"
)
_CODE = lazy_pattern(r"\b[A-Z]{2}\.[A-Z0-9]+\b")
_SEPARATORS = str.maketrans({"/": ",", "|": ",", "·": ",", "(": ",", ")": ","})


@lru_cache(maxsize=1024)
def names_around(location: str) -> frozenset[str]:
    """Every folded name and adjective that is true of `location` ("Santander, Cantabria, España")."""
    parts = [part.strip() for part in fold(location).translate(_SEPARATORS).split(",")]
    found: set[str] = set(parts)
    countries = {code for part in parts if (code := _country_of().get(part))}
    for part in parts:
        found |= _around(part, countries)
    found |= {name.replace("-", " ") for name in found}
    return frozenset(name for name in found if name)


def is_around(town: str, locations: Iterable[str]) -> bool:
    """Whether a town is true of one of `locations`."""
    return any(town.lower() in names_around(location) for location in locations)


def _around(part: str, countries: set[str]) -> set[str]:
    found: set[str] = set()
    regions = _in_countries(_regions_named(part), countries)
    for code in (_country_of().get(part), *(region.partition(".")[0] for region in regions)):
        found.update(_words_of_country(code))
    members = {part, *regions}
    for names, country, region in _towns_named(part, countries):
        found |= {*names, *_words_of_country(country)}
        members |= {*names, region}
    for member in members:
        found |= {*_region_names(member), *_city_adjectives().get(member, ()), *_provinces().get(member, ())}
    for province in _provinces().get(part, ()):
        found |= set(_city_adjectives().get(province, ()))
    return found | _areas_around({*members, *found}, countries)


def _in_countries(codes: Sequence[str], countries: Set[str]) -> Sequence[str]:
    """Those of the codes of regions that are in one of the countries, if any is."""
    return [code for code in codes if code.partition(".")[0] in countries] or codes


def _areas_around(members: Iterable[str], countries: Set[str]) -> set[str]:
    """The names and adjectives of the areas that hold any of `members`, names and codes of places; not those of
    another country, as far as the area's own regions tell.
    """
    held = {number for member in members for number in _areas_of().get(member, ())}
    found = (_larger_areas()[number] for number in held)
    return {
        word
        for area in found
        if not countries or not area.countries or area.countries & countries
        for word in area.words
    }


@lru_cache(maxsize=16_384)
def is_place(name: str) -> bool:
    """Whether a folded name is that of a town, region or country."""
    return _is_town(name) or name in _country_of() or bool(_regions_named(name)) or name in _areas()


def places_named_in(text: str) -> Iterator[str]:
    """The capitalised words of a text that name a place, whole or from their second word on."""
    for match in _CAPITALISED.finditer(text):
        words = fold(match.group()).split()
        yield from (name for name in (" ".join(words), words[0], words[-1]) if is_place(name))


@cache
def _areas() -> frozenset[str]:
    """The names of provinces and larger areas."""
    larger = (name for names in _macro_regions().values() for name in names)
    return frozenset((*larger, *(name for names in _provinces().values() for name in names)))


def _towns_named(name: str, countries: set[str]) -> Iterator[tuple[list[str], str, str]]:
    """The towns called `name`, in the countries if any are known: by their own name, else by another."""
    if not _is_town(name):
        return
    own = list(_lines_with(f"\n;{name};"))
    found = [line for line in own if line.split("|")[1] in countries] or list(_lines_with(f";{name};"))
    fitting = [line for line in found if line.split("|")[1] in countries] or own[:1] or found[:1]
    for line in fitting:
        names, country, region = line.split("|")
        yield [entry for entry in names.split(";") if entry], country, region


def _lines_with(wanted: str) -> Iterator[str]:
    text = _towns()
    place = text.find(wanted)
    while place >= 0:
        start = text.rfind("\n", 0, place + 1) + 1
        end = text.find("\n", place + 1)
        yield text[start:end]
        place = text.find(wanted, end)


def _is_town(name: str) -> bool:
    """Whether a folded name is a town's; to look through the towns themselves takes too long for what is none."""
    return "_" not in name and is_kept("town_names", name.replace(" ", "_"))


@cache
def _towns() -> str:
    return "\n" + _TOWNS.read_text(encoding="utf-8")


@cache
def _country_of() -> dict[str, str]:
    return {name: code for code, (names, _) in _countries().items() for name in names}


class _Area(NamedTuple):
    """An area larger than a region, or beside one; `countries` are those of its regions, if it lists any."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    members: tuple[str, ...]
    countries: frozenset[str]

    @property
    def words(self) -> tuple[str, ...]:
        return (*self.names, *self.adjectives)


@cache
def _larger_areas() -> tuple[_Area, ...]:
    return tuple(_area(*entry) for entry in _entries("areas"))


def _area(head: str, text: str) -> _Area:
    names, adjectives = _names_and_adjectives(head)
    codes = tuple(_CODE.findall(text))
    members = (name.strip() for name in _CODE.sub("", text).split(","))
    countries = frozenset(code.partition(".")[0] for code in codes)
    return _Area(tuple(names), tuple(adjectives), (*codes, *filter(None, members)), countries)


@cache
def _areas_of() -> dict[str, list[int]]:
    """For each member the numbers of the areas that hold it."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, area in enumerate(_larger_areas()):
        for member in area.members:
            found[member].append(number)
    return dict(found)


@cache
def _macro_regions() -> dict[str, list[str]]:
    """For each country the larger areas that it is part of."""
    found: dict[str, list[str]] = {}
    for names, codes in _entries("macro_regions"):
        for code in codes.split():
            found.setdefault(code, []).extend(names.split(", "))
    return found


@cache
def _countries() -> dict[str, tuple[list[str], list[str]]]:
    return {code: _names_and_adjectives(text) for code, text in _entries("countries")}


def _words_of_country(code: str | None) -> Iterable[str]:
    names, adjectives = _countries().get(code or "", ([], []))
    return (*names, *adjectives, *_macro_regions().get(code or "", ()))


@cache
def _regions() -> dict[str, list[tuple[list[str], list[str]]]]:
    return {code: [_names_and_adjectives(part) for part in text.split(" | ")] for code, text in _region_lines()}


def _region_lines() -> Iterable[tuple[str, str]]:
    lines: dict[str, str] = table("town_regions")
    return lines.items()


def _region_names(code: str) -> Iterator[str]:
    for names, adjectives in _regions().get(code, ()):
        yield from (*names, *adjectives)


@cache
def _codes_of_regions() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, parts in _regions().items():
        for names, _ in parts:
            for name in names:
                found.setdefault(name, []).append(code)
    return found


def _regions_named(name: str) -> list[str]:
    return _codes_of_regions().get(name, [])


@cache
def _city_adjectives() -> dict[str, list[str]]:
    return {town: adjectives.split() for town, adjectives in _entries("city_adjectives")}


@cache
def _provinces() -> dict[str, list[str]]:
    """For each town the names of its province or area."""
    found: dict[str, list[str]] = {}
    for names, towns in _entries("provinces"):
        for town in towns.split(", "):
            found.setdefault(town, []).extend(names.split(", "))
    return found


@cache
def place_words() -> frozenset[str]:
    """The folded words that are an adjective of a place or name what comes from there: "bilbaina", "german"."""
    of_countries = (word for _, words in _countries().values() for word in words)
    of_regions = (word for parts in _regions().values() for _, words in parts for word in words)
    of_towns = (word for words in _city_adjectives().values() for word in words)
    of_areas = (word for area in _larger_areas() for word in area.adjectives)
    return frozenset((*of_countries, *of_regions, *of_towns, *of_areas))


def _entries(name: str) -> Iterator[tuple[str, str]]:
    for line in word_list(name):
        head, _, rest = line.partition(" = ")
        yield head, rest


def _names_and_adjectives(text: str) -> tuple[list[str], list[str]]:
    names, _, adjectives = text.partition(";")
    return [name.strip() for name in names.split(",") if name.strip()], adjectives.split()
