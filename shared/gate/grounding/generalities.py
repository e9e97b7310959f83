"""Who is spoken of where it is nobody we know: many, most or other teams, a survey, companies of the reader's size."""

from collections.abc import Iterator

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.reading import Passage
from shared.gate.sentences import Stretch

_QUANTIFIERS = (
    r"(?:much|algun|otr|vari|tant|demasiad|poc)[oa]s|bastantes|la (?:gran )?mayoria de|(?:casi )?tod[oa]s"
    r"|(?:gran|buena) parte de"
    r"|many|most|some|few|other|plenty of|lots of|a lot of|(?:nearly |almost )?all|a handful of|several"
)
_NOBODY = (
    r"(?:tus?|sus?|vuestr\w+|nuestr\w+|est[oa]s|es[oa]s|ell[oa]s|your|our|these|those|them|us|veces|gracias|saludos|exitos"
    r"|anos|meses|semanas|dias|horas|minutos|times|years|months|weeks|days|hours|minutes|thanks|cosas|things|ways|formas"
    r"|mas|menos|dos|tres|seis|else|is|was|has|does|this|as)"
)
_SOMEBODY = lazy_pattern(
    rf"(?<!que )(?<!than )\b(?:{_QUANTIFIERS})\s(?:l[oa]s\s|the\s)?(?!{_NOBODY}\b)"
    rf"(?:[a-z-]{{4,}}\s)??(?!{_NOBODY}\b)[a-z]{{2,}}s\b"
    r"|\bsegun (?!(?:tu|su|vuestr\w+|lo|dic\w+|cuent\w+|comenta\w*|usted|vos|leo|veo|entiendo)\b)"
    r"|\baccording to (?!you)|\b(?:encuestas?|estudios|informes|surveys?|studies|benchmarks?)\b"
    r"|\breports? (?:says?|shows?|puts?|finds?)\b|\breport (?:has|had)\b"
    r"|(?<!de )(?<!del )\b(?:la industria|el sector|el mercado|the industry|the sector|the market)\b"
    r"|\b(?:de|con) (?:tu|su|vuestro) (?:mismo )?(?:tamano|talla|escala)\b"
    r"|\b(?:como|parecid[oa]s? a|similar(?:es)? a) (?:la|el|l[oa]s) (?:tuy|suy|vuestr)[oa]s?\b"
    r"|\b(?:your|this|that|similar|comparable) size\b|\b(?:like|similar to) yours\b"
    r"|\b(?:tus|sus|vuestros) (?:colegas|competidores|pares)\b|\byour (?:peers|competitors)\b"
)
_SIGNS = frozenset(
    "muchos muchas algunos algunas otros otras varios varias tantos tantas demasiados demasiadas pocos pocas bastantes"
    " mayoria todos todas parte many most some few other plenty lots lot all handful several segun according encuesta"
    " encuestas estudios informes survey surveys studies benchmark benchmarks report reports industria sector mercado"
    " industry market tamano talla escala tuyo tuya tuyos tuyas suyo suya suyos suyas vuestro vuestra vuestros vuestras"
    " size yours colegas competidores pares peers competitors".split()
)
"""One of them stands wherever the pattern may be found."""


def generalities_in(passage: Passage) -> Iterator[Stretch]:
    """The phrases of a text that speak of people and companies whom the facts do not know, in order."""
    if _SIGNS.isdisjoint(passage.vocabulary):
        return
    for sentence in passage.sentences:
        if any(word.folded in _SIGNS for word in passage.words_between(*sentence)):
            found = (match.span() for match in _SOMEBODY.finditer(passage.folded, *sentence))
            yield from (Stretch(*span) for span in found if not _is_a_case(passage.folded, *span))


def _is_a_case(folded: str, start: int, end: int) -> bool:
    """Whether "una cadena como la tuya" is one that did something: "redujo un 52 %"."""
    return folded.startswith(_LIKE, start) and _DID.match(folded, end) is not None


_LIKE = ("como ", "parecid", "similar", "like ", "your size", "your ", "de tu ", "con tu ", "de su ", "con su ")
_DID = lazy_pattern(
    r",?\s(?:\w+\s){0,2}?(?:redujo|bajo|recorto|paso|ahorro|logro|consiguio|aumento|subio|gano|duplico|triplico|dejo|elimino"
    r"|cut|reduced|saved|went|grew|lifted|doubled|halved|tripled|raised|brought|dropped|moved|got|took|shaved)\b"
)
