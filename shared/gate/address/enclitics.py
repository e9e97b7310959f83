"""Imperatives with a pronoun behind them: "cuéntame" says tú, "contame" vos, "cuénteme" usted.

Where the accent falls tells them apart: that of tú and usted stays on the verb's stem and is written, that of vos is on
the last vowel of the imperative and is written only before two pronouns ("contámelo").
"""

from functools import cache, lru_cache

from shared.gate.address.evidence import Address
from shared.gate.lexicon import table

_PAIRS = tuple(first + second for first in ("me", "te", "se", "nos") for second in ("lo", "la", "los", "las"))
_PRONOUNS = (*_PAIRS, "nos", "los", "las", "les", "me", "te", "se", "lo", "la", "le")
_ACCENTS = str.maketrans("áéíóú", "aeiou")
_SHORT = frozenset(("di", "da"))
_SHORTEST = 4
_LONGEST = 30
_KEPT_IN_MIND = 4096


@lru_cache(maxsize=_KEPT_IN_MIND)
def address_of_imperative(written: str) -> Address | None:
    """Whom a word in lower case speaks to, if it is an imperative with a pronoun behind it."""
    if not _SHORTEST <= len(written) <= _LONGEST or written in table("address_words_unclear"):
        return None
    found = (_address(written[: -len(pronoun)], pronoun) for pronoun in _PRONOUNS if written.endswith(pronoun))
    return next((address for address in found if address is not None), None)


def _address(verb: str, pronoun: str) -> Address | None:
    plain = _unstressed(verb)
    if pronoun == "les" and verb == plain and plain not in _SHORT:  # "generales", "actuales"
        return None
    if plain == "da" and pronoun != "se":
        return Address.TU_OR_VOS
    if pronoun != "se" and _says_vos(verb, plain, pronoun):
        return Address.VOS
    if pronoun[:2] != "te" and plain in _imperatives("usted"):
        return Address.USTED
    if verb == plain and pronoun in _PAIRS and plain in _imperatives("vos"):  # "mandamelo", with its accent left out
        return Address.TU_OR_VOS
    return Address.TU if pronoun != "se" and plain in _imperatives("tu") else None


def _unstressed(verb: str) -> str:
    """Without accents, and with its ñ: "enseña"."""
    return verb.translate(_ACCENTS)


def _says_vos(verb: str, plain: str, pronoun: str) -> bool:
    """Whether the imperative is stressed on its end; typed without accents, where tú has another one."""
    if verb != plain:
        return verb in _written("vos") and plain not in _SHORT
    if plain + pronoun in _third_persons():
        return False  # "regala" is of regalar
    return plain in _imperatives("vos") and not (pronoun in _PAIRS and plain in _imperatives("tu"))


@cache
def _third_persons() -> frozenset[str]:
    return frozenset(table("verbs")["third_persons"]["imperative_of_tu"].split())


@cache
def _written(name: str) -> frozenset[str]:
    return frozenset(table("verbs")["imperatives"][name].split())


@cache
def _imperatives(name: str) -> frozenset[str]:
    """The imperatives of a form of address, without their accents."""
    return frozenset(map(_unstressed, _written(name)))
