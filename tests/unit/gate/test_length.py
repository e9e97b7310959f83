"""The check "length"."""

import pytest

from tests.unit.gate.drafts import BLOCK, PASS, WARN, check, context, sliced, verdict

NOTE = context(format_="linkedin_note")
EMAIL = context(format_="email")


def test_a_text_at_its_limit_passes_and_says_how_long_it_is() -> None:
    answer = check("length", "a" * 200, NOTE)
    assert answer.verdict is PASS
    assert answer.detail == ("200 de 200 caracteres", "200 of 200 characters")


def test_one_character_more_blocks_and_is_marked() -> None:
    body = "a" * 200 + "b"
    answer = check("length", body, NOTE)
    assert answer.verdict is BLOCK
    assert [sliced(body, span) for span in answer.spans] == ["b"]


def test_an_emoji_counts_as_two() -> None:
    assert verdict("length", "a" * 198 + "🙂", NOTE) is PASS
    assert verdict("length", "a" * 199 + "🙂", NOTE) is BLOCK


def test_a_subject_over_its_limit_blocks() -> None:
    answer = check("length", "Hola", EMAIL, subject="a" * 61)
    assert answer.verdict is BLOCK
    assert [(span.part, span.start, span.end) for span in answer.spans] == [("subject", 60, 61)]
    assert answer.detail.es == "4 de 3000 caracteres; asunto: 61 de 60"


def test_a_subject_that_the_format_cannot_carry_blocks() -> None:
    assert verdict("length", "Hola", NOTE, subject="Asunto") is BLOCK


@pytest.mark.parametrize("subject", [None, "  "])
def test_a_missing_subject_warns(subject: str | None) -> None:
    assert verdict("length", "Hola", EMAIL, subject=subject) is WARN


@pytest.mark.parametrize("body", ["", " \n "])
def test_an_empty_message_blocks(body: str) -> None:
    assert verdict("length", body) is BLOCK


def test_more_than_advised_is_no_reason_to_warn() -> None:
    assert verdict("length", "a " * 400) is PASS
