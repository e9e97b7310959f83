"""Stories of third persons, and titles that nobody is given, say nothing of the reader; the same words of them do."""

from typing import Any

import pytest

from shared.domain.workspace import Sender
from tests.unit.gate.drafts import BLOCK, check, context

PERFIL: dict[str, Any] = {
    "full_name": "Amaia Olazar Goñi",
    "title": "Directora Comercial",
    "company": "Ferrallas Urbizar",
    "location": "Vitoria, España",
    "about": "Llevo la red comercial de Ferrallas Urbizar: 16 vendedores en el norte.",
    "posts": ["El mejor vendedor que he tenido no sabía hacer una presentación. Sabía escuchar."],
}
PROFILE: dict[str, Any] = {
    "full_name": "Hannah Whitlock",
    "title": "VP Operations",
    "company": "Brackley Freight",
    "location": "Leeds, UK",
    "about": "I run four depots and a fleet of 180 vehicles.",
}
SENDER_ES = Sender(name="Berta Olivella", company="Cauce Ofertas", title="Responsable de Desarrollo")
SENDER_EN = Sender(name="Tom Adair", company="Baytime", title="Account Director")
TRUE_IN_SPANISH = [
    "un consejero delegado nos pidió menos informes.",
    "el director financiero de una flota me pidió ver un solo número.",
    "un CTO nos dijo que él tiró todas las planillas.",
    "un jefe de almacén nos contó que su hospital pagaba de más por los guantes.",
    "una ferretería cierra antes; su gerente dice que la caja ya cuadra sola.",
    "no hace falta ser directora financiera para ver lo que cuesta.",
    "no quiero ser el consultor que llega con diapositivas.",
    "mi hermano es médico y no usa agenda.",
    "uno de cada cuatro colaboradores es médico, si leo bien.",
    "le escribo como responsable de Desarrollo de otra casa.",
    "si alguno de sus 16 vendedores le dice al cliente «se lo confirmo mañana», ¿quién se entera?",
    "¿aceptaría una prueba con cien vendedores de otra zona?",
    "«no me lo creo», le dijo su gerente al verlo.",
    "un director industrial que conozco tardó siete meses en encontrar relevo.",
    "un jefe de obra me pide dos o tres vendedores por zona.",
    "con esto el vendedor cotiza delante y no le dice «ya le mando el precio».",
]
FALSE_IN_SPANISH = [
    ("usted me pidió menos informes.", "me pidió"),
    ("leí en una revista que usted dice que las planillas sobran.", "planillas sobran"),
    ("como directora financiera, verá lo que cuesta.", "directora financiera"),
    ("usted, que es médica, lo entenderá.", "médica"),
    ("hicieron ustedes una prueba con 100 vendedores.", "100"),
    ("«no me lo creo», dijo su gerente al verlo.", "«no me lo creo»"),
    ("usted tardó siete meses en encontrar relevo.", "siete"),
    ("usted dice «se lo confirmo mañana» y lo cumple.", "«se lo confirmo mañana»"),
]
TRUE_IN_ENGLISH = [
    "you don't need to be a CFO to see what an empty mile costs.",
    "I promise not to be the consultant who brings slides.",
    "as an account director I never open with a question.",
    "the head of fleet at another haulier joked that he has 200 vehicles and 201 opinions.",
    "could we start with two vehicles or three depots?",
    "our founder was a developer before this.",
]
FALSE_IN_ENGLISH = [
    ("as a CFO you know what an empty mile costs.", "CFO"),
    ("you have 200 vehicles and 201 opinions on them.", "200"),
    ("as an account director you know the feeling.", "account director"),
]


@pytest.mark.parametrize("said", TRUE_IN_SPANISH)
def test_a_story_of_somebody_else_passes_in_spanish(said: str) -> None:
    found = check("grounding", f"Amaia, {said}", context(PERFIL, sender=SENDER_ES))
    assert found.verdict is not BLOCK, found.detail


@pytest.mark.parametrize("said", TRUE_IN_ENGLISH)
def test_a_story_of_somebody_else_passes_in_english(said: str) -> None:
    found = check("grounding", f"Hannah, {said}", context(PROFILE, language="en", register=None, sender=SENDER_EN))
    assert found.verdict is not BLOCK, found.detail


@pytest.mark.parametrize(("said", "wrong"), FALSE_IN_SPANISH)
def test_the_same_said_of_the_reader_is_held_against_the_facts_in_spanish(said: str, wrong: str) -> None:
    body = f"Amaia, {said}"
    found = check("grounding", body, context(PERFIL, sender=SENDER_ES))
    assert found.verdict is BLOCK
    assert wrong in [body[span.start : span.end] for span in found.spans]


@pytest.mark.parametrize(("said", "wrong"), FALSE_IN_ENGLISH)
def test_the_same_said_of_the_reader_is_held_against_the_facts_in_english(said: str, wrong: str) -> None:
    body = f"Hannah, {said}"
    found = check("grounding", body, context(PROFILE, language="en", register=None, sender=SENDER_EN))
    assert found.verdict is BLOCK
    assert wrong in [body[span.start : span.end] for span in found.spans]
