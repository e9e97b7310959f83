"""Figures of the reader and of us, taken for known in every way that people have, and those that the facts give."""

from typing import Any

import pytest

from shared.domain.workspace import Sender
from shared.gate.context import GateContext
from shared.gate.folding import fold
from shared.gate.multiples import find_multiples
from shared.gate.ratios import find_ratios
from tests.unit.gate.drafts import BLOCK, context, verdict

_SHOES: dict[str, Any] = {
    "full_name": "Laura Iriarte Peña",
    "title": "Directora de Operaciones",
    "company": "Zapatos Urgull",
    "about": (
        "Dirijo 42 tiendas y un equipo de 118 personas. El 64 % de las ventas ya es online. Facturamos 18 millones de"
        " euros."
    ),
    "posts": [
        "Tardábamos 9 días en reponer una talla; ahora son 4.",
        "En 2023 pasamos de 30 a 42 tiendas. Y devolvimos 2.600 pares menos que el año anterior.",
    ],
    "experience": [
        {"title": "Directora de Operaciones", "company": "Zapatos Urgull", "start": "2019-02"},
        {
            "title": "Jefa de Logística",
            "company": "Muebles Arotz",
            "start": "2012",
            "end": "2019",
            "description": "Coordiné a 210 transportistas y 3 almacenes.",
        },
    ],
}
_OURS = (
    "Una cadena de 26 tiendas redujo un 32 % sus roturas de stock en 5 meses",
    "180 clientes en 7 países",
    "Cuota desde 390 € al mes",
    "El 47 % de los clientes amplía el contrato el primer año",
    "Implantación en 10 días laborables",
    "Una aceitera bajó un 45 % sus paradas no programadas",
)
_REPON = Sender(name="Pau Rius", company="Repón", title="Comercial")


def _within(language: str = "es") -> GateContext:
    return context(_SHOES, language=language, register="tu", proof_points=_OURS, sender=_REPON)


@pytest.mark.parametrize(
    "text",
    [
        "Laura, ¿cómo gestionáis las 24 farmacias?",
        "Laura, ¿cómo gestionáis las 42 farmacias?",
        "Laura, ¿cómo lleváis vuestros cinco almacenes?",
        "Laura, ¿qué tal se coordina un equipo de 160 personas?",
        "Laura, sé que diriges doce marcas.",
        "Laura, gestionar doce marcas a la vez no es fácil.",
        "Laura, llevar siete almacenes a la vez tiene que ser complicado.",
        "Laura, tu equipo de nueve analistas debe de ir justo.",
        "Laura, con vuestras 14 líneas de producto, la talla es lo de menos.",
        "Laura, me sorprendió que con solo 80 personas llevéis todo eso.",
        "Laura, movéis unas 9.000 cajas al mes, si no recuerdo mal.",
        "Laura, vi que vuestro NPS ya está en 71.",
        "Laura, un tercio de vuestras tiendas está en Francia.",
        "Laura, que tres cuartas partes de las ventas sean online es muy buena noticia.",
        "Laura, habéis duplicado la plantilla en un año.",
        "Laura, felicidades por triplicar la facturación.",
        "Laura, vendéis el doble que hace un año.",
        "Laura, cinco veces más pedidos que el año pasado es una barbaridad.",
    ],
)
def test_a_figure_that_no_fact_has_is_a_claim_however_it_is_taken_for_known(text: str) -> None:
    assert verdict("grounding", text, _within()) is BLOCK


@pytest.mark.parametrize(
    "text",
    [
        "Laura, ¿cómo coordinas a los 210 transportistas?",
        "Laura, ¿cómo lleváis los tres almacenes?",
        "Laura, con más de doscientas personas a tu cargo, ¿cómo priorizas?",
        "Laura, con 180 tiendas en 7 países, la reposición manda.",
        "Laura, las 26 tiendas de Urgull merecen otra reposición.",
    ],
)
def test_a_figure_of_a_former_job_or_of_ours_is_not_theirs_of_now(text: str) -> None:
    assert verdict("grounding", text, _within()) is BLOCK


@pytest.mark.parametrize(
    "text",
    [
        "Laura, una cadena de 26 tiendas redujo a la mitad sus roturas de stock.",
        "Laura, nuestros clientes reducen las roturas a la tercera parte.",
        "Laura, con Repón reducirás un 40 % las roturas de stock.",
        "Laura, con Repón ahorrarás el doble.",
        "Laura, con Repón vas a reponer cinco veces más rápido.",
        "Laura, con nosotros multiplicarías por tres la disponibilidad.",
        "Laura, nuestros clientes venden el triple desde el primer mes.",
        "Laura, desde solo 90 euros al mes.",
        "Laura, el primer año es gratis.",
        "Laura, es gratis y para siempre.",
        "Laura, llevamos 15 años haciendo esto.",
    ],
)
def test_what_we_promise_in_figures_only_a_proof_point_holds(text: str) -> None:
    assert verdict("grounding", text, _within()) is BLOCK


@pytest.mark.parametrize(
    "text",
    [
        "Laura, ¿cómo gestionáis las 42 tiendas?",
        "Laura, ¿cómo gestionáis los cuarenta y dos puntos de venta?",
        "Laura, ¿cómo gestionáis los 42 locales?",
        "Laura, una docena de tiendas más en un año es un buen ritmo.",
        "Laura, casi dos tercios de vuestras ventas son online.",
        "Laura, algo más de un tercio de las ventas sigue siendo en tienda.",
        "Laura, habéis reducido a menos de la mitad el tiempo de reposición.",
        "Laura, reponéis más del doble de rápido que antes.",
        "Laura, ¿te quedan diez minutos esta semana?",
        "Laura, te propongo probarlo en cinco de tus tiendas.",
        "Laura, dos preguntas rápidas.",
        "Laura, pide tres referencias y llama a la que peor hable de nosotros.",
        "Laura, imagina duplicar las tiendas mañana: ¿qué se rompería antes?",
        "Laura, trabajamos con más de cien clientes.",
        "Laura, trabajamos con casi doscientos clientes.",
        "Laura, casi la mitad de nuestros clientes amplía contrato el primer año.",
        "Laura, lo dejamos funcionando en dos semanas.",
        "Laura, una cadena de 26 tiendas redujo casi un tercio sus roturas.",
    ],
)
def test_what_the_facts_give_or_nobody_claims_passes(text: str) -> None:
    assert verdict("grounding", text, _within()) is not BLOCK


@pytest.mark.parametrize(
    "text",
    [
        "Laura, lo ponemos en marcha en un día.",
        "Laura, en menos de una semana lo tienes funcionando.",
        "Laura, casi todos nuestros clientes recuperan la inversión en un mes.",
        "Laura, una cadena como la tuya redujo un 52 % sus roturas.",
        "Laura, entiendo que manejan nueve reservorios.",
        "Laura, leí que tenéis seis modelos de horma.",
        "Laura, con las devoluciones en el 35 %, un buen algoritmo podría ayudar.",
        "Laura, si nueve de cada diez ventas ya son online, la tienda sobra.",
        "Laura, en 2023 teníais ya 42 tiendas en los 7 países.",
    ],
)
def test_our_pace_hearsay_and_what_stands_before_a_supposition_are_claims(text: str) -> None:
    assert verdict("grounding", text, _within()) is BLOCK


@pytest.mark.parametrize(
    "text",
    [
        "Laura, en dos semanas lo tienes en marcha.",
        "Laura, en menos de un mes lo tienes en marcha.",
        "Laura, más de un 40 % más de tiendas en un solo año.",
        "Laura, coordinar 210 transportistas en Muebles Arotz debió de ser buena escuela.",
        "Laura, una cadena tardaba lo que tarda cualquiera; ahora pierde casi un tercio menos.",
        "Laura, una aceitera redujo casi a la mitad sus paradas no programadas.",
    ],
)
def test_bounds_growth_and_figures_told_with_a_former_employer_pass(text: str) -> None:
    assert verdict("grounding", text, _within()) is not BLOCK


def test_a_figure_of_another_year_than_the_fact_has_it_for_is_turned_round() -> None:
    trucks = {
        **_SHOES,
        "posts": ["2023: 88 % de cumplimiento. 2024: 91 % de cumplimiento, 2025: 93 % de cumplimiento."],
    }
    within = context(trucks, register="tu", proof_points=_OURS, sender=_REPON)
    assert verdict("grounding", "Laura, llegar en 2024 al 93 % de cumplimiento fue un salto.", within) is BLOCK
    assert verdict("grounding", "Laura, llegar en 2025 al 93 % de cumplimiento fue un salto.", within) is not BLOCK


@pytest.mark.parametrize(
    ("text", "percents"),
    [
        ("una cuarta parte de las ventas", [25]),
        ("tres cuartas partes", [75]),
        ("de cada cuatro pedidos, uno", [25]),
        ("four crates in a thousand", [0.4]),
        ("one call in eight", [12.5]),
        ("una quinta tienda", []),
        ("a third shop", []),
        ("a mitad de mes", []),
        ("a size in 2 days", []),
        ("under half a year", []),
    ],
)
def test_a_share_in_words_is_read_and_what_only_looks_like_one_is_not(text: str, percents: list[float]) -> None:
    assert [ratio.percent for ratio in find_ratios(fold(text))] == percents


@pytest.mark.parametrize(
    ("text", "factors"),
    [
        ("habéis duplicado la plantilla", [2]),
        ("multiplica por cuatro tus ventas", [4]),
        ("twice as much", [2]),
        ("a fivefold increase", [5]),
        ("10x faster", [10]),
        ("tres veces al mes", []),
        ("three times a week", []),
        ("facturas duplicadas", []),
        ("un doble turno", []),
        ("double down on it", []),
    ],
)
def test_a_multiple_is_read_and_how_often_something_happens_is_none(text: str, factors: list[float]) -> None:
    assert [multiple.factor for multiple in find_multiples(fold(text))] == factors
