"""What a reader that runs apart says: a line of JSON, and behind it the file in a form that is read here."""

import json
from enum import StrEnum
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.importing.refusals import refused


class Apart(StrEnum):
    """The readers that run apart."""

    WORKBOOK = "workbook"
    PDF = "pdf"


class Readable(NamedTuple):
    """A workbook as comma separated text, or a PDF as a JSON list of people; and what the person should know."""

    content: bytes
    warnings: tuple[Sentence, ...] = ()


def packed(readable: Readable) -> bytes:
    """What was read, as one text."""
    return json.dumps({"warnings": readable.warnings}).encode() + b"\n" + readable.content


def packed_refusal(reason: Sentence) -> bytes:
    """Why nothing was read, as one text."""
    return json.dumps({"refused": reason}).encode() + b"\n"


def unpacked(answer: bytes) -> Readable:
    """What the reader said. Raises InvalidInputError if it refused the file."""
    line, _, content = answer.partition(b"\n")
    head = json.loads(line)
    if "refused" in head:
        raise refused(*head["refused"])
    return Readable(content, tuple(Sentence(*warning) for warning in head["warnings"]))
