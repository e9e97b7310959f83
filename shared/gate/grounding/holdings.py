"""What companies have and whom they employ: nouns that make a small number a claim, and what outlets may be called."""

from functools import cache

from shared.gate.figure import Figure
from shared.gate.lexicon import table


def is_holding(noun: str) -> bool:
    """Whether a folded noun counts what a company has or whom it employs: "dos plantas" is no manner of speaking."""
    return noun in _holdings() or noun.endswith("erias")


def is_any_outlet(noun: str) -> bool:
    """Whether a folded noun may be said of outlets of whatever sort: "puntos", "sites"."""
    return noun in _any_outlet()


def may_be_called(general: Figure, outlets: Figure) -> bool:
    """Whether the first counts outlets of whatever sort ("sites"), and the second those of one ("sales offices")."""
    return general.noun in _any_outlet() and not _outlets().isdisjoint(outlets.nouns[:2] or (outlets.noun,))


def is_said_generally(outlets: Figure, general: Figure) -> bool:
    """Whether a fact calls "tiendas" what a text calls by its sort: "46 ferreterías"."""
    return may_be_called(general, outlets) and not may_be_called(outlets, general)


@cache
def _outlets() -> frozenset[str]:
    return frozenset(table("counted")["outlets"].split())


@cache
def _any_outlet() -> frozenset[str]:
    return frozenset(table("counted")["any_outlet"].split())


@cache
def _holdings() -> frozenset[str]:
    return frozenset(table("counted")["holdings"].split())
