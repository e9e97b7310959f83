"""Adjectives of places: "la plaza correntina" of somebody in Posadas."""

from collections.abc import Iterator

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.grounding.finding import CONTRADICTED, VERIFIED, Finding, says_instead
from shared.gate.grounding.known import Known
from shared.gate.grounding.names import is_true_place
from shared.gate.grounding.places import place_words
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.lexicon import word_set
from shared.gate.possessives import OWN

_LIKE_YOURS = lazy_pattern(
    r"\w+ (?:\w+ )?(?:como (?:la|el|las|los) (?:tuy|suy|vuestr)[oa]s?"
    r"|como (?:tu|usted|vos|vosotros|ustedes)\b|like yours?\b)"
)
_CULTURE = frozenset(
    "novela novelas pelicula peliculas serie series comedia tragedia drama opera cuento refran proverbio dicho chiste"
    " humor montana ruleta ensaladilla tortilla cocina comida plato salsa vino cerveza pizza queso jamon siesta sauna"
    " ducha puntualidad despedida horario paciencia muneca munecas philosophy proverb saying novel film movie comedy"
    " tragedy roulette doll dolls salad cuisine food dish wine beer cheese bread shower punctuality goodbye humour joke"
    " word expression".split()
)


def judged_origins(statement: Statement, known: Known) -> Iterator[Finding]:
    """What the places in the facts say to the adjectives of places in a clause."""
    for word in () if statement.vocabulary.isdisjoint(place_words()) else statement.words:
        folded = word.folded
        if (
            folded in word_set("languages_and_ambiguous_adjectives")
            or folded not in place_words()
            or folded in known.facts_of_word
        ):
            continue
        if is_true_place(folded, known):
            yield Finding(statement.passage, word.start, word.end, "place", VERIFIED)
        elif known.places_of_now and _is_claim(statement, word.start) and not _is_of_culture(statement, word.start):
            detail = says_instead(word.text, known.places_of_now[0])
            yield Finding(statement.passage, word.start, word.end, "place", CONTRADICTED, (), detail)


def _is_claim(statement: Statement, place: int) -> bool:
    if _is_of_theirs(statement, place):
        return True
    if any(cue.marks & (Mark.GENERAL | UNREAL) for cue in statement.cues):
        return False
    return place < statement.question or bool(statement.marks & Mark.THEM)


def _is_of_theirs(statement: Statement, place: int) -> bool:
    """Whether what has the adjective is the reader's, whatever else the clause supposes: "una firma gallega como la
    tuya", "vuestra planta yucateca", "your Welsh sites".
    """
    if _LIKE_YOURS.match(statement.passage.folded, place):
        return True
    before = [word.folded for word in statement.words_before(place, 2)]
    return not OWN.isdisjoint(before)


def _is_of_culture(statement: Statement, place: int) -> bool:
    """Whether it says what sort of book, dish or game something is: "una novela rusa", "a Greek tragedy"."""
    around = [*statement.words_before(place, 1), *[word for word in statement.words if word.start > place][:1]]
    return any(word.folded in _CULTURE for word in around)
