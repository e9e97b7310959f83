"""What follows from stated figures, told in words that say so; and what some pair of them gives and nobody reckoned."""

import pytest

from shared.gate.context import GateContext
from shared.gate.figures import figures_in
from shared.gate.folding import fold
from tests.unit.gate.drafts import BLOCK, PASS, PROFILE, context, marked, verdict

_MILLS = {
    **PROFILE,
    "about": (
        "Llevo 4 molinos con un equipo de 15. Antes éramos 23 personas. Exporto 2.600 toneladas de harina y 900 de"
        " sémola. El 32 % del trigo se queda en la región. Mermas: del 8 % al 3 %. 48.000 visitas al año, la mitad"
        " escolares. Quejas atendidas en 6 días (antes 15)."
    ),
    "posts": [
        "Reservaron 940 sacos y retiraron 610.",
        "De 730 visitas, 95 fueron en balde.",
        "Pasamos de 52 a 67 en la encuesta de clima.",
        "Un motor de 80.000 euros, parado por una correa de 30.",
        "Montamos 820 silos en 9 meses.",
    ],
}
_OURS = ("Una panificadora de Olvega bajó el desperdicio un 70 %", "NPS de 64", "Cobramos 0,45 euros por saco")


def _within() -> GateContext:
    return context(_MILLS, register="tu", proof_points=_OURS)


@pytest.mark.parametrize(
    "text",
    [
        "Entre harina y sémola exportas 3.500 toneladas.",
        "Cinco puntos menos de mermas son muchos.",
        "El otro 68 % del trigo, ¿adónde va?",
        "Tus mermas quedaron en menos de la mitad.",
        "Con 15 personas llevas cuatro molinos.",
        "Se quedaron 330 sacos sin retirar: reservaron 940 y retiraron 610.",
        "Una de cada ocho visitas fue en balde, si cuento bien tus 95 de 730.",
        "De 52 a 67 en clima en un año, dicen los tuyos.",
        "Un motor de ochenta mil parado por una correa de treinta euros.",
        "Unos 91 silos al mes, que se dice pronto: 820 en nueve meses.",
        "Unas 24.000 criaturas pasan por tus molinos cada año.",
        "Una quincena larga de personas para cuatro molinos es poca gente.",
        "En Olvega, el desperdicio quedó en menos de un tercio de lo que era.",
        "Si diez de tus 15 personas probaran la app, ¿qué mirarías?",
        "Póngase por caso que empezaras por 200 toneladas.",
        "Tus 610 sacos, a 45 céntimos, son 274,50 euros.",
        "A 45 céntimos, tus 940 sacos son unos 420 euros.",
        "Reservaron 940 sacos para cuatro molinos, o sea, unas 235 entregas.",
        "En su caso, un 5 % serían 130 toneladas.",
        "Para cuatro molinos nos basta una visita.",
        "Quince entre molineros y técnicos para cuatro molinos es poco.",
    ],
)
def test_what_the_words_say_was_worked_out_passes(text: str) -> None:
    assert verdict("grounding", text, _within()) is PASS


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Exportas 3.600 toneladas entre harina y sémola.", "3.600"),
        ("Que el 68 % del trigo se quede en la región es raro.", "68 %"),
        ("Llevas los cuatro molinos con 38 personas.", "38"),
        ("Una panificadora de Olvega bajó el desperdicio un 30 % con nosotros.", "30 %"),
        ("Pasasteis de 52 a 76 en la encuesta de clima.", "76"),
        ("De 730 visitas, 195 fueron en balde.", "195"),
        ("Me sorprendió que reservaran 610 sacos.", "610"),
        ("Enhorabuena por bajar el desperdicio un 70 %.", "70 %"),
        ("Con unas 235 entregas al mes para cuatro molinos, ¿quién planifica?", "235"),
        ("Las mermas bajaron del 8 % al 5 %.", "5 %"),
    ],
)
def test_what_only_some_pair_of_figures_gives_blocks(text: str, wrong: str) -> None:
    within = _within()
    assert verdict("grounding", text, within) is BLOCK
    assert wrong in marked("grounding", text, within)


def test_a_figure_of_a_former_job_is_not_the_present_companys() -> None:
    profile = {
        **PROFILE,
        "company": "Harinas del Ucero",
        "experience": [
            {"title": "Jefa", "company": "Harinas del Ucero", "start": "2021-03"},
            {
                "title": "Gestora",
                "company": "Piensos Rituerto",
                "start": "2014",
                "end": "2021",
                "description": "Llevaba 310 granjas",
            },
        ],
    }
    assert verdict("grounding", "En Harinas del Ucero llevas 310 granjas.", context(profile, register="tu")) is BLOCK
    assert verdict("grounding", "En Piensos Rituerto llevabas 310 granjas.", context(profile, register="tu")) is PASS


@pytest.mark.parametrize(
    ("written", "value", "noun"),
    [
        ("media docena de hornos", 6, "hornos"),
        ("two dozen ovens", 24, "ovens"),
        ("Rs 36 lakh", 3_600_000, "rupees"),
        ("six hundred crore", 6_000_000_000, ""),
        ("₹4.8 crore", 48_000_000, "rupees"),
        ("S/ 89", 89, "soles"),
        ("a 62-cent bag", 0.62, "dollars"),
    ],
)
def test_amounts_and_dozens_are_read(written: str, value: float, noun: str) -> None:
    figure = figures_in(fold(written))[0]
    assert figure.value == pytest.approx(value)
    assert figure.noun == noun


def test_both_ends_of_a_range_of_cents_are_cents() -> None:
    assert [figure.value for figure in figures_in("38 to 62 cents")] == [pytest.approx(0.38), pytest.approx(0.62)]


def test_an_hour_is_no_pence() -> None:
    assert [figure.value for figure in figures_in("at 11 p.m. or 31p a litre")] == [11, pytest.approx(0.31)]
