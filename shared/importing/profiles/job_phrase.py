"""A job in one phrase: "Directora de Operaciones en Logística Norte (Bilbao)", "Head of Sales at Acme | Speaker"."""

import re
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern

_LONGEST = 300
_AT = lazy_pattern(r"\s+(?:en la empresa|en|at)\s+(?=[^\W_a-zß-öø-ÿ])|\s*@\s*(?=\w)")
_OF_A_COMPANY = lazy_pattern(
    r"(?P<title>(?i:(?:co-?)?(?:ceo|cto|cfo|coo|cmo|cio|chro|cro|founder|fundador|fundadora|cofundador|cofundadora|owner"
    r"|socio|socia|gerente|presidente|presidenta|director general|directora general|consejero delegado"
    r"|consejera delegada)(?: ?(?:&|and|y|/) ?[\w-]{1,30})?)"
    r"|\w[^\WA-ZÀ-Þ]+ de [^A-ZÀ-Þ,]{3,40}?)"  # "jefa de ventas", but not "directora": what she directs is first
    r" (?:de|of) (?P<company>[^\W_a-zß-öø-ÿ].*)"
)
_AREA = lazy_pattern(
    r"(?:compras|ventas|marketing|mercadeo|operaciones|log[ií]stica|finanzas|recursos humanos|rr\.? ?hh|personas"
    r"|talento|tecnolog[ií]a|sistemas|ti|it|inform[aá]tica|producci[oó]n|planta|calidad|mantenimiento|proyectos?|producto"
    r"|desarrollo|administraci[oó]n|contabilidad|comunicaci[oó]n|innovaci[oó]n|negocio|cuentas?|zona|[aá]rea|tienda"
    r"|exportaci[oó]n|suministros?|abastecimiento|procurement|purchasing|sales|finance|operations|people|product"
    r"|engineering|technology|human resources|growth|customer|supply)(?:\s+(?:y|e|&|and)\s+\w+)?",
    re.IGNORECASE,
)
_MORE = lazy_pattern(r"\s*[|•·►▪].*$|\s[-–—]\s.*$|,\s+(?=[a-zß-öø-ÿ]).*$")
_BRACKETS = lazy_pattern(r"\s*[(\[](?P<place>[^()\[\]]+)[)\]]\s*$")
_ABBREVIATION = lazy_pattern(r"(?:[\s.]\w|\b(?:inc|ltd|corp|co|cía))\.$", re.IGNORECASE)
_COMPANY_ENDING = lazy_pattern(
    r"s\.?\s?[al]\.?\s?[us]?\.?|s\.?\s?c\.?|inc\.?|ltd\.?|llc|plc|gmbh|corp\.?|(?:s\.?a\.? )?de c\.?v\.?",
    re.IGNORECASE,
)
_TITLE_WORD = lazy_pattern(
    r"\b(?:direct|gerente|gerencia|jef[ea]|responsable|coordinador|encargad|tecnic|analista|consultor|ingenier|comercial"
    r"|vendedor|comprador|contable|contador|auditor|administrativ|asistente|asesor|especialista|supervisor|programador"
    r"|desarrollador|arquitect|becari|practicante|soci[oa]\b|fundador|presidente|consejer|controller|manager|head\b|chief"
    r"|lead|officer|engineer|developer|analyst|consultant|specialist|assistant|executive|representative|accountant|buyer"
    r"|intern\b|founder|owner|partner|president|vp\b|ceo\b|cto\b|cfo\b|coo\b|cmo\b|cio\b|planner|designer|diseñador"
    r"|director|supervisor|trainee|associate|coordinator|recruiter|técnic)",
    re.IGNORECASE,
)


_TOPIC_WORDS = frozenset(
    """
    and of the in y e de del la el en para con for with transformación transformacion transformation digital
    marketing sales ventas comercial business negocio negocios development desarrollo speaker ponente keynote
    mentor mentora mentoring coach coaching leadership liderazgo strategy estrategia estratégico strategic
    innovation innovación innovacion growth crecimiento saas b2b b2c ai ia data datos analytics retail ecommerce
    commerce supply chain logistics logística logistica hr rrhh talent talento people personas culture cultura
    finance finanzas operations operaciones procurement compras sourcing author autor autora mba phd msc dad mum
    mom father mother padre madre investor inversor inversora angel board advisor advisory advocate enthusiast
    apasionado apasionada passionate technology tecnología tecnologia tech it ti cloud cybersecurity
    ciberseguridad agile scrum lean pmp cpa sustainability sostenibilidad esg diversity diversidad inclusion
    inclusión project projects proyectos product producto customer cliente clientes experience experiencia success
    management gestión gestion change cambio teams equipos team building builder scaling startups startup fintech
    proptech edtech healthtech industry industria industrial 4 0 emea latam iberia apac dach nordics global
    international internacional regional europe europa runner ciclista cyclist lector lectora reader formador
    formadora trainer profesor profesora teacher lecturer docente ex
    """.split()
)


_PROFESSION = lazy_pattern(
    r"\w{2,}(?:[oó]log[oa]|[oó]graf[oa]|ista?|dor|dora|tor|tora|trice|triz|ero|era|eur|euse|ician|icien|icienne)"
    r"|(?:abogad|veterinari|notari|enfermer|m[eé]dic|maestr|psiquiatr|pediatr|fisi[oa]terap\w+|aut[oó]nom)[oa]?"
    r"|profesora?|docente|chef|architect|lawyer|nurse|teacher|surveyor|plumber|builder|baker|electrician",
    re.IGNORECASE,
)


class Job(NamedTuple):
    """A title, a company and a place; None for what the phrase does not say."""

    title: str | None = None
    company: str | None = None
    place: str | None = None


def trimmed(text: str) -> str:
    """The text without punctuation at its ends, but with the full stop of "S.L." and "Inc."."""
    bare = text.strip(" ,;")
    return bare if _ABBREVIATION.search(bare) else bare.rstrip(" .,;")


def ends_with_abbreviation(text: str) -> bool:
    """Whether the last full stop belongs to a word: "Conservas Larrun, S.L."."""
    return _ABBREVIATION.search(text) is not None


def names_a_profession(line: str) -> bool:
    """Whether the line begins with a trade, and no name follows: "Podóloga", "Instaladora de placas"."""
    first, _, rest = line.partition(" ")
    return _PROFESSION.fullmatch(first.replace("·", "")) is not None and (not rest or rest[0].islower())


def is_legal_form(text: str) -> bool:
    """Whether the text is a company's legal form and nothing else: "S.L.", "Ltd"."""
    return _COMPANY_ENDING.fullmatch(text.strip()) is not None


def is_topic(text: str) -> bool:
    """Whether the part of a headline tells of a field or of the person, and names no company: "Digital
    Transformation", "Speaker", "B2B".
    """
    return all(word in _TOPIC_WORDS for word in re.findall(r"\w+", text.lower()))


def names_a_job(line: str) -> bool:
    """Whether the line has a word that job titles are made of."""
    return _TITLE_WORD.search(line) is not None


def title_in(phrase: str) -> str | None:
    """The title that the phrase names, with a company or without."""
    main = trimmed(_MORE.sub("", phrase[:_LONGEST]))
    return read_job(phrase).title or (main if main and names_a_job(main) else None)


def read_job(phrase: str) -> Job:
    """The job that the phrase names; without a company it names none, since any headline could be a title."""
    main = trimmed(_MORE.sub("", phrase[:_LONGEST]))
    brackets = _BRACKETS.search(main)
    place = brackets["place"].strip() if brackets else None
    main = main[: brackets.start()] if brackets else main
    title, company = _parts(main)
    if company is None:
        return Job(place=place)
    company, behind = _without_place(company)
    return Job(title, company, place or behind)


def _parts(main: str) -> tuple[str | None, str | None]:
    """Title and company; the last "en" counts: "Responsable en España de ventas en Acme"."""
    joints = list(_AT.finditer(main))
    if joints and (title := main[: joints[-1].start()].strip(" ,")):
        return title, main[joints[-1].end() :].strip()
    short = _OF_A_COMPANY.fullmatch(main)
    if short is None or _AREA.fullmatch(short["company"]):
        return None, None
    return short["title"], short["company"]


def _without_place(company: str) -> tuple[str, str | None]:
    """Tell "Logística Norte, Bilbao", a company and a place, from "Logística Norte, S.L.", a company."""
    name, comma, behind = company.rpartition(",")
    if not comma or not name.strip() or _COMPANY_ENDING.fullmatch(behind.strip()):
        return company, None
    return name.strip(), behind.strip() or None
