"""addressee: the greeting names the person that the message is for."""

from collections.abc import Iterator, Sequence

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Check, Span
from shared.domain.prospect import Prospect
from shared.gate.context import GateContext
from shared.gate.findings import blocked, passed, warned
from shared.gate.greeting import Greeting, find_greeting
from shared.gate.lexicon import word_set
from shared.gate.names import PersonNames
from shared.gate.reading import Passage, Reading
from shared.gate.words import Word, tokens_of

NAME = "addressee"

_SOMEBODY_ELSE = Sentence("El saludo nombra a otra persona.", "The greeting names somebody else.")
_NOBODY_KNOWN = Sentence(
    "El saludo nombra a alguien, pero no sabemos cómo se llama esta persona.",
    "The greeting names somebody, but this person's name is not known.",
)
_BARE_SURNAME = Sentence(
    "Saluda por el apellido sin tratamiento: mejor el nombre de pila, o «señora» o «señor» delante.",
    "It greets by surname alone: better the first name, or a form of address before it.",
)
_WRONG_ENDING = Sentence(
    "El tratamiento es masculino y el cargo de la persona está en femenino.",
    "The form of address is masculine and the person's title is feminine.",
)
_MASCULINE_BEFORE_A = lazy_pattern(r"\w{3,}(?:tor|dor|sor)a")


def examine(reading: Reading, context: GateContext) -> Check:
    """Block if the greeting names anybody but the person; no greeting, or one of nobody, is fine.

    The given name, its parts and short forms, surnames, initials, the title and the company count as theirs.
    """
    names = reading.evidence.names
    greetings = list(_greetings(reading))
    strangers = [
        span for passage, greeting in greetings for span in _strangers(passage, greeting, names, context.prospect)
    ]
    if strangers:
        return blocked(NAME, _SOMEBODY_ELSE if names else _NOBODY_KNOWN, strangers)
    return _manner(greetings, names, context.prospect)


def _greetings(reading: Reading) -> Iterator[tuple[Passage, Greeting]]:
    """The greetings that name somebody, with the passage that each opens."""
    for passage in reading.passages:
        greeting = find_greeting(passage, reading.evidence.names.has)
        if greeting is not None and greeting.names:
            yield passage, greeting


def _strangers(passage: Passage, greeting: Greeting, names: PersonNames, prospect: Prospect) -> list[Span]:
    """The span of the words that name somebody else, if there are any."""
    unknown = [word for word in greeting.names if not _is_theirs(word, greeting, names, prospect)]
    if not unknown or not _is_certain(greeting, unknown):
        return []
    return [passage.span(unknown[0].start, unknown[-1].end)]


def _is_theirs(word: Word, greeting: Greeting, names: PersonNames, prospect: Prospect) -> bool:
    if word.folded in _JOINS and not word.capitalised:
        return True
    if names.is_never_alone(word.text) and len(greeting.names) == 1:
        return False
    return names.has(word.text) or word.folded in _title_and_company(prospect)


_JOINS = frozenset("de del la las los da do dos das van von der den y i e".split())


def _title_and_company(prospect: Prospect) -> tuple[str, ...]:
    return tokens_of(f"{prospect.title or ''} {prospect.company or ''}")


def _is_certain(greeting: Greeting, unknown: list[Word]) -> bool:
    """A capital word behind the right name may begin a sentence ("Hola Lucía Gran charla"), unless a comma ends it."""
    return greeting.closed or unknown[0] is greeting.names[0]


def _manner(greetings: Sequence[tuple[Passage, Greeting]], names: PersonNames, prospect: Prospect) -> Check:
    """How the right person is greeted: worth a warning, never a block."""
    has_feminine_title = any(map(_is_feminine, tokens_of(prospect.title or "")))
    for passage, greeting in greetings:
        span = [passage.span(greeting.names[0].start, greeting.names[-1].end)]
        if has_feminine_title and greeting.is_masculine:
            return warned(NAME, _WRONG_ENDING, span)
        if names.given and not greeting.forms and all(_is_surname_only(word, names) for word in greeting.names):
            return warned(NAME, _BARE_SURNAME, span)
    return passed(NAME, "El saludo nombra a la persona", "The greeting names the person") if greetings else passed(NAME)


def _is_feminine(word: str) -> bool:
    """Whether a word of a title is one that only a woman bears: directora, jefa."""
    return word in word_set("feminine_titles") or _MASCULINE_BEFORE_A.fullmatch(word) is not None


def _is_surname_only(word: Word, names: PersonNames) -> bool:
    return names.has(word.text) and not names.is_given(word.text)
