"""Subjects and bodies: what enters is what a reader sees, and a subject is one line."""

import pytest
from pydantic import ValidationError

from shared.domain.message import Draft


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("s\r\nBcc: a@b.c", "s Bcc: a@b.c"),
        ("s\u2028Bcc: a@b.c", "s Bcc: a@b.c"),
        ("s\x0bx\x85y", "s x y"),
        (" Una  pregunta\t", "Una pregunta"),
        ("a\x00b\x07c\x9f", "abc"),
        ("factura\u202efdp.exe\u2066", "facturafdp.exe"),
        ("Lu\u0301cia", "L\u00facia"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
)
def test_a_subject_is_one_line_that_reads_as_it_is_written(text: str, subject: str) -> None:
    assert Draft(subject=text, body="x").subject == subject


def test_a_body_keeps_its_lines_and_loses_what_turns_them_round() -> None:
    assert Draft(body="a\n\n\tb  c\u202ed\u2069\x00").body == "a\n\n\tb  cd"


def test_what_is_no_text_is_refused_by_its_type() -> None:
    with pytest.raises(ValidationError):
        Draft(body=1)
