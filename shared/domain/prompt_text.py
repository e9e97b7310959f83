"""Text with variables: `{{ name }}` for the names of one published list, and nothing else.

No expressions, filters or loops: whoever may write a prompt may not run anything. The same grammar serves prompts
and templates.

What is rendered where a value is missing:

1. A line whose variables are all empty, and which otherwise holds only a list marker, a label that ends in a colon,
   or closing punctuation, is left out: "Tone: {{ tone }}" disappears without a tone. Where it was a paragraph of its
   own, its blank line goes too.
2. Elsewhere the empty variable takes the spaces before it along, at the start of a line those after it:
   "Hola {{ first_name }}, …" becomes "Hola, …".

Values are put in once: braces in a value are removed, so that a value never becomes a variable.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.inert_text import without_braces
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import utf16_length

VARIABLES: Mapping[str, Sentence] = MappingProxyType(
    {
        "role_name": Sentence("Nombre del rol al que se escribe", "Name of the role that is written to"),
        "pains": Sentence("Problemas habituales del rol", "Problems that the role usually has"),
        "value_proposition": Sentence("Qué hacemos, en una frase", "What we do, in one sentence"),
        "proof_points": Sentence("Pruebas de lo que hacemos", "Proof of what we do"),
        "call_to_action": Sentence("Lo que se pide al final", "What is asked for at the end"),
        "tone": Sentence("Tono del mensaje", "Tone of the message"),
        "register": Sentence(
            "Tratamiento: tú, usted o vos (vacío en inglés)", "Form of address in Spanish; empty in English"
        ),
        "language": Sentence("Idioma del mensaje", "Language of the message"),
        "format": Sentence("Formato del mensaje", "Format of the message"),
        "limit": Sentence("Máximo de caracteres del texto", "Most characters that the body may have"),
        "advised_limit": Sentence("Caracteres aconsejados para el texto", "Characters that a good body keeps to"),
        "subject_limit": Sentence(
            "Máximo de caracteres del asunto (vacío si no lleva)", "Most characters of the subject; empty without one"
        ),
        "sender_name": Sentence("Nombre de quien firma", "Name of the person who signs"),
        "sender_title": Sentence("Cargo de quien firma", "Job title of the person who signs"),
        "sender_company": Sentence("Empresa de quien firma", "Company of the person who signs"),
        "first_name": Sentence("Nombre de pila de la persona", "First name of the person"),
        "full_name": Sentence("Nombre completo de la persona", "Full name of the person"),
        "title": Sentence("Cargo de la persona", "Job title of the person"),
        "company": Sentence("Empresa de la persona", "Company of the person"),
        "location": Sentence("Lugar de la persona", "Place where the person is"),
    }
)
"""Every name that a text may use, and what it stands for."""

_TOKEN = lazy_pattern(r"\{\{(?P<inside>[^{}\n]*)\}\}|\{\{|\}\}")
_VARIABLE = lazy_pattern(r"\{\{[ \t]*([a-z][a-z0-9_]*)[ \t]*\}\}")
_LABEL = lazy_pattern(r"(?:[-*•–] ?|\d{1,3}[.)] ?)?(?:[^.!?]{1,80}:)?")
_SPACES = " \t"
_CLOSING = {"", ".", ",", ";"}


class UnknownVariable(NamedTuple):
    """Something in double braces that is no variable, or double braces without their partner.

    `name` is what the braces hold, trimmed ("" for a lone pair); [start, end) spans it with its braces, in UTF-16
    code units.
    """

    name: str
    start: int
    end: int


def unknown_variables(text: str) -> tuple[UnknownVariable, ...]:
    """Everything in `text` that a prompt or template may not hold, in its order; empty for a good text."""
    found = []
    position = units = 0
    for token in _TOKEN.finditer(text):
        start = units + utf16_length(text[position : token.start()])
        position, units = token.end(), start + utf16_length(token[0])
        known = _VARIABLE.fullmatch(token[0])
        if known is None or known[1] not in VARIABLES:
            found.append(UnknownVariable((token["inside"] or "").strip(), start, units))
    return tuple(found)


def render(text: str, values: Mapping[str, str]) -> str:
    """`text` with each variable replaced by its value, once.

    A name without a value, an unknown one included, is empty (the module says what becomes of its place). Lone
    double braces stay as they are: `unknown_variables` refuses them before a text is kept.
    """
    kept: list[str] = []
    after_gap = False
    for line in text.split("\n"):
        rendered = _rendered(line, values)
        if rendered is None:
            after_gap = not kept or _is_blank(kept[-1])
        elif not (after_gap and _is_blank(rendered)):
            kept.append(rendered)
            after_gap = False
    return "\n".join(kept[:-1] if after_gap and kept else kept)


def _is_blank(line: str) -> bool:
    return not line.strip()


def _rendered(line: str, values: Mapping[str, str]) -> str | None:
    """The line with its values; None if it stood for empty ones only."""
    pieces = _VARIABLE.split(line)
    texts, names = pieces[0::2], pieces[1::2]
    filled = [without_braces(values.get(name, "")).strip() for name in names]
    if names and not any(filled) and _is_frame_only(texts):
        return None
    result = texts[0]
    for value, following in zip(filled, texts[1:], strict=True):
        result = _joined(result, value, following)
    return result


def _is_frame_only(texts: Sequence[str]) -> bool:
    """Whether the texts around a line's empty variables say nothing by themselves."""
    first, *between, last = (text.strip() for text in texts)
    return _LABEL.fullmatch(first) is not None and not any(between) and last in _CLOSING


def _joined(before: str, value: str, after: str) -> str:
    if value:
        return f"{before}{value}{after}"
    if before.strip():
        return before.rstrip(_SPACES) + after
    return before + after.lstrip(_SPACES)
