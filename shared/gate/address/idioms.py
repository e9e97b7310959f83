"""Turns of phrase whose verb speaks to nobody, whatever its form says: "diga lo que diga el cliente", "a cuestas"."""

from collections.abc import Iterator, Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.reading import Passage

_TWICE = lazy_pattern(
    r"\b(?P<verb>\w+) (?:(?:de|a|con|por|para|en) )?(?:lo que|el que|la que|como|donde|cuando|cuanto|quien) (?P=verb)\b"
)
_BETWEEN_TWICE = frozenset("que como donde cuando cuanto quien".split())
_FARTHEST = 3
"""How many words stand at most between the two, but for the one that joins them."""
_IDIOM = lazy_pattern(
    r"\bvaya usted a saber\b|\b(?:ve|vete) (?:tu )?a saber\b|\banda (?:tu )?a saber\b|\bvaya por delante\b"
    r"|\bvaya (?:un|una|si|con)\b|\bno vaya a ser\b|\bni que decir tiene\b|\bvalga la\b|\bviv[ae] (?:el|la)\b"
    r"|\bmir[ae] (?:tu|usted|vos) por donde\b|\bmira que\b|\banda que\b|\b(?:que )?conste que\b|\bdicho sea\b"
    r"|\bsalvese quien pueda\b|\bquierase o no\b|\bquiera o no\b|\b(?:digase|vease|llamese|entiendase)\b"
    r"|\briase usted de\b|\bo sea\b|\bya sea\b|\bsi se quiere\b|\bque (?:yo )?sepa\b"
    r"|\ba (?:cuestas|gatas|tientas|medias|ciegas|secas|veces|ratos)\b"
    r"|\bechan? de menos (?:quien|el|la|l[oa]s|un[oa]?|cada)\b"
    r"|\bsobre (?:las|los|la|el|un|una|todo|eso|esto|\d)|\bllamo la atencion\b|\bdios (?:mediante|quiera)\b"
)
_SIGNS = frozenset(
    "vaya decir valga viva vive saber sea sepa mira mire anda conste dicho salvese quierase quiera quiere digase vease"
    " llamese entiendase riase cuestas gatas tientas medias ciegas secas veces ratos menos sobre atencion dios".split()
)
"""One of them stands wherever the pattern may be found."""


def idioms_in(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where they stand."""
    if _may_say_it_twice([word.folded for word in passage.words]):
        yield from (match.span() for match in _TWICE.finditer(passage.folded))
    if not _SIGNS.isdisjoint(passage.vocabulary):
        yield from (match.span() for match in _IDIOM.finditer(passage.folded))


def _may_say_it_twice(words: Sequence[str]) -> bool:
    joining = [index for index, word in enumerate(words[:-1]) if word in _BETWEEN_TWICE]
    return any(words[index + 1] in words[max(0, index - _FARTHEST) : index] for index in joining)
