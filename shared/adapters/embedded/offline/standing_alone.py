"""Whether a sentence, or a clause cut from one, says by itself what it says where it stands."""

import re

from shared.adapters.embedded.offline.figures import has_figure
from shared.domain.language import Language
from shared.domain.lazy_pattern import lazy_pattern

_EDGES = " ,;:.-–—"
_LEAST_WORDS, _LEAST_WORDS_WITHOUT_VERB = 4, 6
_FAINT = lazy_pattern(
    r"^(?:feliz|buen[oa]s|hola|orgullos[oa]s?|encantad[oa]s?|content[oa]s?|emocionad[oa]s?|gracias|enhorabuena|felicidades"
    r"|compart[oe]|os|les comparto|hi|hello|happy|excited|proud|thrilled|delighted|thanks?|congratulations|sharing)\b",
    re.IGNORECASE,
)
"""How posts begin that have not yet said anything."""

_TIME = r"(?! (?:año|mes|semana|trimestre|verano|mañana|otoño|invierno|year|month|week|quarter|morning|summer)\b)"
_POINTING_BACK = {
    Language.ES: lazy_pattern(
        r"(?:es[oa]s?|est[oae]|ello|ell[oa]s?|él|y|pero|así|además|también|entonces|por es[oa]|aun así|luego|por tanto"
        rf"|han sido|fue|fueron|lo que|lo mismo|igual)\b{_TIME}",
        re.IGNORECASE,
    ),
    Language.EN: lazy_pattern(
        r"(?:it|that|this|these|those|they|he|she|but|and|so|then|also|everything|neither|both|that['’]s|it['’]s|same)\b"
        rf"{_TIME}",
        re.IGNORECASE,
    ),
}
"""How sentences begin that live on the one before."""

_RECITING = lazy_pattern(
    r"\b(?:joined|graduated|(?:was )?born|studied|degree|years? of experience|years['’]? experience"
    r"|years (?:in|selling|of)|me incorporé|me uní|entré (?:en|a)|ingresé|licenciad[oa]|titulad[oa]|gradué|graduad[oa]"
    r"|estudié|nacid[oa]|experiencia en|años (?:de experiencia|en|dedicad|como|trabajando)|trayectoria|consulta propia"
    r"|since (?:19|20)\d\d|desde (?:el )?(?:19|20)\d\d|desde hace)\b",
    re.IGNORECASE,
)
"""Steps of a career, which nobody wants to hear recited."""

_LOOKING_BACK = lazy_pattern(
    r"(?:el año pasado|hace (?:un|dos) años?|antes|last year|a year ago|before)\b", re.IGNORECASE
)
_LOOKING_ON = lazy_pattern(
    r"(?:este (?:año|mes|trimestre)|hoy|ahora|en 20\d\d|this (?:year|month|quarter)|today|now)\b", re.IGNORECASE
)
"""How sentences begin that give the other half of a comparison."""

_SUBORDINATE = lazy_pattern(
    r"(?:si|cuando|aunque|mientras|como|tras|después|antes|if|when|while|although|since|after|before|despite)\b",
    re.IGNORECASE,
)
_DENYING = lazy_pattern(
    r"\b(?:no|nunca|jamás|ni|nadie|nada|sin|not|never|nobody|nothing|without|only|solo|sólo)\b|n['’]t\b", re.IGNORECASE
)
_COMPARING = lazy_pattern(
    r"\b(?:en lugar de|en vez de|frente a|que antes|pasad[oa]|antes|sino|instead of|rather than|than|last|versus|vs"
    r"|before)\b",
    re.IGNORECASE,
)
_VERB = lazy_pattern(
    r"\b(?:\w+(?:mos|é|ó|aron|ieron|aba|aban|ía|ían)|es|son|está|están|hay|ha|han|he|era|eran|fue|tiene|tienen|tengo|va|van"
    r"|voy|queda|quedan|sale|salen|cuesta|cuestan|cumple|cumplen|lleva|llevan|llevo|dirijo|superviso|coordino|soy|estoy"
    r"|sigue|siguen|falta|faltan|prepara|preparan|entra|entran|llega|llegan|crece|pierde|hace|hacen|hago|compro|vendo"
    r"|puede|pueden|is|are|was|were|has|have|had|do|does|did|can|will|should|must|takes?|took|runs?|ran|leads?|led|cuts?"
    r"|costs?|goes|went|made|\w{3,}ed|(?:i|we|you|they)(?:['’](?:ve|re|m))? \w+)\b",
    re.IGNORECASE,
)
"""A sign of a finite verb: endings and the commonest verbs."""

_DANGLING = frozenset(
    "el la los las un una unos unas de del que y e o u en con por para se lo su sus al a ha han hemos este esta más"
    " muy como cuando donde pero sin sobre entre cada nos no es son"
    " the an of that and or in with by for to its is are as has have we this when where but on about each our at from"
    " be was were my i".split()
)


def leans(sentence: str, language: Language) -> bool:
    """Whether the sentence only greets, or points back at the one before it."""
    return bool(_FAINT.match(sentence) or _POINTING_BACK[language].match(sentence))


def recites(sentence: str) -> bool:
    """Whether the sentence tells a step of a career."""
    return _RECITING.search(sentence) is not None


def compares_with(sentence: str, before: str) -> bool:
    """Whether the sentence is the second half of a comparison of times whose first half is the one before: one that
    looks back always is, one that looks at today only where both state figures.
    """
    if _LOOKING_BACK.match(sentence):
        return True
    return bool(_LOOKING_ON.match(sentence)) and has_figure(sentence) and has_figure(before)


def is_enough(sentence: str) -> bool:
    """Whether the sentence says something: it has words enough, more where no verb shows."""
    words = len(sentence.split())
    return words >= _LEAST_WORDS_WITHOUT_VERB or (words >= _LEAST_WORDS and _VERB.search(sentence) is not None)


def may_end(clause: str, rest: str) -> bool:
    """Whether the clause stands without the rest of its sentence, which neither compares nor corrects it."""
    clause = clause.rstrip(_EDGES)
    if _SUBORDINATE.match(clause) or _DENYING.search(clause) or _COMPARING.search(rest) or has_figure(rest):
        return False
    if len(clause.split()) < _LEAST_WORDS or _VERB.search(clause) is None:
        return False
    return clause.rsplit(maxsplit=1)[-1].lower() not in _DANGLING
