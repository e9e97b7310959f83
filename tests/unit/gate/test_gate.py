"""The gate as a whole."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.message import Draft, MessageStatus
from shared.gate.rules import ADVISORY, BLOCKING
from tests.unit.gate.drafts import BLOCK, WARN, context, examined, sliced, verdict

CLEAN = (
    "Buenos días, señora Ferrer: leí lo que cuenta del cross-docking en sus 27 almacenes. "
    "¿Qué parte de la planificación le sigue dando más trabajo?"
)


def test_a_clean_text_is_ready() -> None:
    examination = examined(CLEAN)
    assert [check for check in examination.checks if check.verdict is BLOCK] == []
    assert (examination.blocked, examination.status) == (False, MessageStatus.READY)


def test_a_blocked_text_needs_review() -> None:
    examination = examined("Hola, Marcos:")
    assert (examination.blocked, examination.status) == (True, MessageStatus.NEEDS_REVIEW)


def test_warnings_alone_do_not_hold_a_message_back() -> None:
    examination = examined("¿Cómo planifican? ¿Y cuándo? ¿Y con qué?")
    assert any(check.verdict is WARN for check in examination.checks)
    assert examination.status is MessageStatus.READY


def test_every_rule_answers_once_under_its_name() -> None:
    assert [check.name for check in examined(CLEAN).checks] == [rule.NAME for rule in (*BLOCKING, *ADVISORY)]


def test_an_advisory_check_can_be_switched_off_and_a_blocking_one_cannot() -> None:
    names = [check.name for check in examined(CLEAN, context(switched_off=frozenset({"generic", "length"}))).checks]
    assert "generic" not in names
    assert "length" in names


def test_the_same_draft_gives_the_same_answer() -> None:
    assert examined(CLEAN) == examined(CLEAN)


def test_a_person_on_the_suppression_list_is_not_written_to() -> None:
    assert verdict("suppression", CLEAN, context(suppressed=True)) is BLOCK
    assert examined(CLEAN, context(suppressed=True)).status is MessageStatus.NEEDS_REVIEW


def test_a_draft_is_nfc_however_it_was_written() -> None:
    apart = unicodedata.normalize("NFD", "Lucía")
    assert Draft(subject=apart, body=apart) == Draft(subject="Lucía", body="Lucía")


@given(
    st.lists(
        st.sampled_from(
            [
                "🙂",
                "👨‍👩‍👧",
                "x̂",
                "Lucía ",
                "Marcos ",
                "{{a}} ",
                "bit.ly/x ",
                "¡OIGA USTED! ",
                "27 ",
                "\n",
                "ñ",
                "𝒜",
                "İ",
                "ß",
                " ",
            ]
        )
    )
)
def test_every_span_lies_on_whole_characters_of_the_text(pieces: list[str]) -> None:
    body = unicodedata.normalize("NFC", "".join(pieces))
    examination = examined(body)
    spans = [span for check in examination.checks for span in check.spans if span.part == "body"]
    for span in spans:
        assert 0 <= span.start < span.end
        assert sliced(body, span)
    for claim in examination.claims:
        assert sliced(body, claim) == claim.text  # type: ignore[arg-type]


@given(st.text(max_size=300))
def test_no_text_breaks_the_gate(text: str) -> None:
    examined(unicodedata.normalize("NFC", text), subject=unicodedata.normalize("NFC", text[:40]))


@pytest.mark.parametrize(
    "piece",
    ["a", "1.", "1,", "(", "[", "{", "_", "¿", "!", "Hola ", "X ", "a.", "www.", "://", "«", "\n", "veinte y ", "de "],
)
def test_no_repetition_makes_the_gate_slow(piece: str) -> None:
    body = piece * (20_000 // len(piece))
    began = time.process_time()
    examined(body)
    assert time.process_time() - began < 2.0
