"""What workspaces of the development part and the rounds may say of themselves, told in the ways that messages tell it.

A proof point ("Una láctea de Rafaela redujo un 22 % las horas extra") has somebody, a verb and what they did; each way
keeps these and adds what stands around them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.quality.cases import Case, load
from shared.domain.lazy_pattern import lazy_pattern

_AS_IT_IS = {
    "es": ("{whole}.", "Un cliente nuestro lo cuenta así: {whole}.", "Por ejemplo, {whole}, y sin cambiar de sistema."),
    "en": (
        "{whole}.",
        "A customer of ours puts it so: {whole}.",
        "For example, {whole}, with no new system.",
    ),
}
_RETOLD = {
    "es": (
        "Ayudamos a {who} a {base} {what}.",
        "{Who}, cliente nuestro, {did} {what}.",
        "{Who} ya {did} {what}.",
        "Con eso, {who} ha logrado {base} {what}.",
        "Gracias a ello {who} {did} {what} y no ha vuelto atrás.",
    ),
    "en": (
        "We helped {who} {base} {what}.",
        "{Who}, a customer of ours, {did} {what}.",
        "{Who} has already {did} {what}.",
        "That is how {who} {did} {what}.",
    ),
}
_VERBS = {
    "es": dict(
        pair.split(":")
        for pair in (
            "redujo:reducir bajó:bajar pasó:pasar subió:subir ahorró:ahorrar recortó:recortar acortó:acortar "
            "vendió:vender cubrió:cubrir ganó:ganar recuperó:recuperar aumentó:aumentar duplicó:duplicar "
            "evitó:evitar cerró:cerrar"
        ).split()
    ),
    "en": dict(
        pair.split(":")
        for pair in (
            "cut:cut reduced:reduce halved:halve saved:save raised:raise lowered:lower recovered:recover dropped:drop"
            " lifted:lift closed:close found:find avoided:avoid"
        ).split()
    ),
}
_SOMEBODY_DID = {
    language: lazy_pattern(rf"(?P<who>(?:{articles}) .+?) (?P<did>{'|'.join(_VERBS[language])}) (?P<what>.+?)\.?")
    for language, articles in (("es", "Una?|El|La|Los|Las"), ("en", "An?|One|The"))
}


class Telling(NamedTuple):
    """A sentence that is true for a case, and the case."""

    case: Case
    sentence: str


def tellings() -> Iterator[Telling]:
    """Every proof point once, in every way that its language has for it."""
    told: set[tuple[str, str]] = set()
    for case in (*load("development"), *load("rounds")):
        language = case.language.value
        for proof in case.proof_points:
            if (proof, language) not in told:
                told.add((proof, language))
                yield from (Telling(case, sentence) for sentence in _ways(proof, language))


def _ways(proof: str, language: str) -> Iterator[str]:
    yield from (way.format(whole=proof.rstrip(".")) for way in _AS_IT_IS[language])
    match = _SOMEBODY_DID[language].fullmatch(proof)
    if match is None:
        return
    who = match["who"]
    parts = {"Who": who, "who": who[0].lower() + who[1:], "did": match["did"], "what": match["what"]}
    for way in _RETOLD[language]:
        yield way.format(**parts, base=_VERBS[language][match["did"]])
