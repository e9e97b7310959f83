"""length: no part is longer than its format allows, and what the format needs is there."""

from collections.abc import Iterator

from shared.domain.errors import Sentence
from shared.domain.message import Check, Span
from shared.domain.text import utf16_length
from shared.gate.context import GateContext
from shared.gate.findings import blocked, passed, warned
from shared.gate.reading import Passage, Reading

NAME = "length"


def examine(reading: Reading, context: GateContext) -> Check:
    """Block what is over its hard limit, an empty body, and a subject where the format has none; warn of a missing
    subject. Lengths are UTF-16 code units; the span is what is too much.
    """
    if not reading.body.text.strip():
        return blocked(NAME, Sentence("El mensaje está vacío.", "The message is empty."))
    if reading.subject is not None and context.limits.subject is None:
        return blocked(NAME, _NO_SUBJECT, [_whole(reading.subject)])
    detail = _detail(reading, context)
    excess = list(_excess(reading, context))
    if excess:
        return blocked(NAME, detail, excess)
    if context.limits.subject is not None and not (reading.subject and reading.subject.text.strip()):
        return warned(NAME, Sentence(f"{detail.es}. Falta el asunto.", f"{detail.en}. The subject is missing."))
    return passed(NAME, detail.es, detail.en)


_NO_SUBJECT = Sentence("Este formato no lleva asunto.", "This format has no subject.")


def _limited(reading: Reading, context: GateContext) -> Iterator[tuple[Passage, int]]:
    if reading.subject is not None and context.limits.subject is not None:
        yield reading.subject, context.limits.subject
    yield reading.body, context.limits.body


def _excess(reading: Reading, context: GateContext) -> Iterator[Span]:
    for passage, limit in _limited(reading, context):
        length = utf16_length(passage.text)
        if length > limit:
            yield Span(part=passage.part, start=limit, end=length)


def _detail(reading: Reading, context: GateContext) -> Sentence:
    body, limit = utf16_length(reading.body.text), context.limits.body
    detail = Sentence(f"{body} de {limit} caracteres", f"{body} of {limit} characters")
    if reading.subject is None or context.limits.subject is None:
        return detail
    subject, subject_limit = utf16_length(reading.subject.text), context.limits.subject
    return Sentence(
        f"{detail.es}; asunto: {subject} de {subject_limit}", f"{detail.en}; subject: {subject} of {subject_limit}"
    )


def _whole(passage: Passage) -> Span:
    return passage.span(0, len(passage.text))
