"""Figures that a text works out from others: what a reader would reckon again, and what no reckoning gives."""

import pytest

from shared.gate.context import GateContext
from tests.unit.gate.drafts import BLOCK, PASS, PROFILE, context, marked, verdict

_SHOPS = {
    **PROFILE,
    "about": (
        "Vendo en 9 provincias con 24 comerciales y 360 talleres. Cobro: 74 días en 2023, 53 en 2025. Boletín:"
        " 30.000 lectores, 41 % de apertura. Ausencias: 23 % de las citas. Pedidos: 48.000 en 2025 (40.000 en 2024)."
        " Gasto de 3,4 M€. Precisión 97,2 -> 98,6."
    ),
    "posts": ["Enhorabuena al taller por 250.000 horas sin accidentes."],
}
_OURS = ("Cobramos 0,60 euros por etiqueta", "30 euros por taller al año", "Leemos 2.000 albaranes por hora")
_MILL = {
    **PROFILE,
    "about": (
        "800+ workshops run. 12 mills, 3,600 operators. Orders: 5.2M in 2025 (4.0M in 2024). Receivable days 90 to 69."
        " On-time shipments 93.1 -> 96.4. 84% of invoices are paid within 9 days (it was 51%). $318M spend. 10 tonnes"
        " of yarn a day."
    ),
    "posts": ["750,000 hours without an accident. Thank you.", "Of 120 ideas in the suggestion box we did 84."],
}


def _spanish() -> GateContext:
    return context(_SHOPS, register="tu", proof_points=_OURS)


def _english() -> GateContext:
    return context(_MILL, language="en", proof_points=("Costs $0.30 a label", "Reads 500 forms an hour"))


@pytest.mark.parametrize(
    "text",
    [
        "De cada cien citas se pierden 23.",
        "Se pierden 23 de cada cien citas.",
        "De cada mil citas te faltan 230.",
        "Con 24 comerciales, cada uno lleva unos quince talleres.",
        "Son 360 talleres entre 24 comerciales: tocan a 15 cada uno.",
        "A cada provincia le tocan 40 talleres si 360 se reparten en 9.",
        "Con 30.000 lectores y 4 de cada 10 que abren, son unas doce mil personas por envío.",
        "De tus 30.000 lectores abre el 41 %: unos 12.300.",
        "Tus pedidos crecieron un 20 % en 2025.",
        "De cada diez lectores abren cuatro.",
        "De cada cien lectores, 41 abren el boletín.",
        "Para tus 360 talleres son 10.800 euros al año.",
        "Vuestro gasto son unos 283.000 euros al mes.",
        "Tus 48.000 pedidos, a 60 céntimos, son 28.800 euros.",
        "Tus pedidos crecieron casi un 21 % en un año.",
        "Bajaste el cobro tres semanas.",
        "Tus 48.000 pedidos, leídos a 2.000 por hora, son 24 horas.",
        "Un cuarto de millón de horas sin accidentes no se improvisa.",
        "Nuestra etiqueta sale a 60 céntimos.",
        "Los 3,4 millones que gastáis al año dan para preguntar.",
    ],
)
def test_what_a_reader_would_reckon_again_passes(text: str) -> None:
    assert verdict("grounding", text, _spanish()) is PASS


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("De cada cien citas se pierden 32.", "32"),
        ("De cada mil citas te faltan 320.", "320"),
        ("Con 24 comerciales, cada uno lleva unos treinta talleres.", "treinta"),
        ("Tus pedidos crecieron un 35 % en 2025.", "35 %"),
        ("De cada diez lectores abren siete.", "siete"),
        ("De cada cien lectores, 58 abren el boletín.", "58"),
        ("Para tus 360 talleres son 18.900 euros al año.", "18.900"),
        ("Vuestro gasto son unos 410.000 euros al mes.", "410.000"),
        ("Con 360 talleres para 24 comerciales salen a 25 por comercial.", "25"),
        ("Bajaste el cobro seis semanas.", "seis"),
        ("Medio millón de horas sin accidentes no se improvisa.", "Medio millón"),
        ("Nuestra etiqueta sale a 40 céntimos.", "40"),
        ("Los 5,7 millones que gastáis al año dan para preguntar.", "5,7 millones"),
        ("Tu precisión del 99,4 % es envidiable.", "99,4 %"),
        ("Con 360 talleres para 36 comerciales tocan 10 cada uno.", "36"),
    ],
)
def test_what_no_reckoning_gives_blocks(text: str, wrong: str) -> None:
    assert verdict("grounding", text, _spanish()) is BLOCK
    assert any(wrong in words for words in marked("grounding", text, _spanish()))


@pytest.mark.parametrize(
    "text",
    [
        "In more than eight hundred workshops, what do foremen ask first?",
        "With 3,600 operators, each mill has about 300 operators.",
        "Orders grew 30% in 2025.",
        "Orders grew roughly 30 percent in a year.",
        "Receivables down exactly three weeks.",
        "You pay 84 percent of invoices within nine days, up from 51.",
        "That is $300M-plus a year.",
        "70% of the ideas in the box got done.",
        "With 65% more invoices paid within nine days, suppliers must be happy.",
        "Three quarters of a million hours without an accident.",
        "At 10 tonnes of yarn a day over 12 mills, that is some 830 kilos each.",
        "We cost 30 cents a label.",
    ],
)
def test_what_an_english_reader_would_reckon_again_passes(text: str) -> None:
    assert verdict("grounding", text, _english()) is PASS


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In more than nine hundred workshops, what do foremen ask first?", "nine hundred"),
        ("With 3,600 operators, each mill has about 500 operators.", "500"),
        ("Orders grew 45% in 2025.", "45%"),
        ("90% of the ideas in the box got done.", "90%"),
        ("With 35% more invoices paid within nine days, suppliers must be happy.", "35%"),
        ("You pay 84 percent of invoices within nine days, up from 62.", "62"),
        ("On-time shipments at 98.2% are rare.", "98.2%"),
        ("A quarter of a million hours without an accident.", "A quarter of a million"),
        ("We cost 60 cents a label.", "60"),
        ("You make around 600 tonnes of yarn a day.", "600"),
    ],
)
def test_what_no_english_reckoning_gives_blocks(text: str, wrong: str) -> None:
    assert verdict("grounding", text, _english()) is BLOCK
    assert any(wrong in words for words in marked("grounding", text, _english()))


@pytest.mark.parametrize(
    "text",
    [
        "Bajaron el plazo de 9 a 5 días: le quitaron cuatro. ¿Lo ves?",
        "Al cierre le restamos tres días; al inventario le sumaron dos. ¿Te sirve?",
        "Buscamos a gente que sabe vender. ¿Te encaja?\n\n1. Conoce el campo.\n2. Habla claro.\n3. Aguanta un no.",
        "¿Y por el correo de los talleres, a quién le escribo? Dímelo tú.",
        "¿Te muestro cómo compró una panadería de Itagüí?",
        "¿Te cuento cómo cerró una lechería de Osorno su año?",
        "¿Te enseño cómo arregló sus turnos una cervecería de Valdivia?",
        "Pregunto por ti y sin regalos.",
        "Te escribo con regalos y sin prisa.",
        "Preguntas qué arregló alguien en su vida, y te creo.",
    ],
)
def test_what_is_of_others_or_of_things_does_not_say_usted(text: str) -> None:
    assert marked("register", text, context(register="tu")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hola, Lucía, tú sabes de colas. ¿Le quitaron tiempo los paneles?",
        "Te leo siempre. ¿Conoce a alguien?",
        "Te sigo: mañana le escribo con los datos.",
        "Te cuento: ¿cómo compró su almacén?",
        "Tienes razón. Escríbame cuando quiera.",
    ],
)
def test_usted_beside_tu_still_blocks(text: str) -> None:
    assert verdict("register", text, context(register="tu")) is BLOCK
