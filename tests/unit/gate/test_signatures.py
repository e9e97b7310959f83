"""Whoever signs may give themselves no other title than the sender has."""

import pytest

from shared.domain.workspace import Sender
from tests.unit.gate.drafts import context, marked

SALESPERSON = Sender(name="Camila Ferreyra", company="Ordena", title="Ejecutiva comercial")
EXECUTIVE = Sender(name="Gabe Rosenthal", company="Shiftwell", title="Mid-Market Account Executive")


@pytest.mark.parametrize(
    ("sender", "body", "title"),
    [
        (SALESPERSON, "¿Hablamos?\n\nCamila Ferreyra, presidenta de Ordena", "presidenta"),
        (SALESPERSON, "¿Hablamos?\n\nCamila Ferreyra\nDirectora General", "Directora General"),
        (SALESPERSON, "Soy la directora general de Ordena. ¿Hablamos?", "directora general"),
        (SALESPERSON, "¿Hablamos?\n\nCamila, fundadora", "fundadora"),
        (EXECUTIVE, "Worth a call?\n\nGabe Rosenthal, CEO, Shiftwell", "CEO"),
        (EXECUTIVE, "Worth a call?\n\nGabe\nChief Financial Officer", "Chief Financial Officer"),
        (EXECUTIVE, "I'm the president of Shiftwell. Worth a call?", "president"),
    ],
)
def test_another_title_than_the_senders_is_marked(sender: Sender, body: str, title: str) -> None:
    language = "es" if sender is SALESPERSON else "en"
    found = marked("grounding", body, context(sender=sender, language=language, register="tu"))
    assert any(title in part or part in title for part in found)


@pytest.mark.parametrize(
    ("sender", "body"),
    [
        (SALESPERSON, "¿Hablamos?\n\nCamila Ferreyra, ejecutiva comercial de Ordena"),
        (SALESPERSON, "¿Hablamos?\n\nCamila Ferreyra\nEjecutiva comercial"),
        (SALESPERSON, "¿Hablamos?\n\nCamila Ferreyra\nOrdena"),
        (SALESPERSON, "¿Hablamos?\n\nCamila, de Ordena"),
        (SALESPERSON, "Soy ejecutiva en Ordena. ¿Hablamos?"),
        (SALESPERSON, "Soy Camila, de Ordena. ¿Hablamos?"),
        (EXECUTIVE, "Worth a call?\n\nGabe Rosenthal, Account Executive"),
        (EXECUTIVE, "Worth a call?\n\nGabe Rosenthal | Mid-Market AE | Shiftwell"),
        (EXECUTIVE, "I'm an account executive at Shiftwell. Worth a call?"),
        (EXECUTIVE, "Worth a call?\n\nThanks,\nGabe"),
    ],
)
def test_the_senders_own_title_in_any_form_or_none_passes(sender: Sender, body: str) -> None:
    language = "es" if sender is SALESPERSON else "en"
    assert marked("grounding", body, context(sender=sender, language=language, register="tu")) == []
