"""Lengths of time against what they are told of: an employer, a title, a dated event, or the whole career."""

from typing import Any

import pytest

from tests.unit.gate.drafts import BLOCK, check, context

PROFILE: dict[str, Any] = {
    "full_name": "Elvira Montalbo Rey",
    "title": "Directora Comercial",
    "company": "Hilaturas Cendrera, S.A.",
    "location": "Alcoy, España",
    "about": (
        "Exportamos desde 2011. En 2024 abrimos tienda en Oporto. Hace dos años pasamos a turnos de cuatro días."
        " Un lustro en Lisboa antes de volver. La fábrica es de 1952."
    ),
    "experience": [
        {"title": "Directora Comercial", "company": "Hilaturas Cendrera, S.A.", "start": "2021-03"},
        {"title": "Jefa de Ventas", "company": "Hilaturas Cendrera, S.A.", "start": "2015-05", "end": "2021-02"},
        {"title": "Export Manager", "company": "Texlisboa", "start": "2010-04", "end": "2015-04", "location": "Lisboa"},
    ],
    "education": [{"school": "Escuela de Comercio de Onteniente", "degree": "Comercio", "end": "2009"}],
    "posts": ["Hoy cumple siete años el club Hilo Fino.", "De 4 a 9 comerciales en 18 meses."],
}

TRUE = [
    "Más de once años en Cendrera y casi seis como directora comercial.",
    "Entre Texlisboa y Cendrera suman ya más de dieciséis años de textil.",
    "Una década larga en Cendrera enseña a esperar.",
    "Un lustro en Lisboa y volviste a casa.",
    "Cinco años en Lisboa y volviste a casa.",
    "Dos años después de abrir en Oporto, ¿se vende más?",
    "Quince años exportando dan para mucho.",
    "Cuando entraste en Cendrera ya exportaban desde hacía cuatro años.",
    "De 4 a 9 comerciales en año y medio: ¿quién los forma?",
    "Llevas diecisiete años de carrera desde que acabaste Comercio.",
    "Enhorabuena por los siete años de Hilo Fino.",
    "Dieciséis años entre Texlisboa y Cendrera dan para mucho.",
    "Más de quince años de oficio entre Texlisboa y Cendrera.",
    "Una fábrica con casi tres cuartos de siglo ha visto de todo.",
]
FALSE = [
    "Llevas seis años en Cendrera.",
    "Veinte años en Cendrera y casi seis como directora comercial.",
    "Once años como directora comercial enseñan a esperar.",
    "Media vida da para mucho, y una década como directora comercial también.",
    "Nueve años en Lisboa y volviste a casa.",
    "Seis años después de abrir la tienda de Oporto, ¿se vende más?",
    "Hace nueve años pasaste a turnos de cuatro días.",
    "De 4 a 9 comerciales en seis meses: ¿quién los forma?",
    "Enhorabuena por los doce años de Hilo Fino.",
    "Treinta y cinco años en ventas, los últimos en Cendrera, te habrán curtido.",
    "Directora comercial desde marzo de 2021, o sea, once años.",
    "Quince años en la misma empresa es mucho.",
    "Veintidós años entre Texlisboa y Cendrera dan para mucho.",
]


@pytest.mark.parametrize("sentence", TRUE)
def test_a_length_of_time_that_the_profile_dates_so_passes(sentence: str) -> None:
    answer = check("grounding", f"Hola, Elvira. {sentence}", context(PROFILE, register="tu"))
    assert answer.verdict is not BLOCK, answer.detail


@pytest.mark.parametrize("sentence", FALSE)
def test_a_length_of_time_that_what_it_is_told_of_does_not_have_is_blocked(sentence: str) -> None:
    assert check("grounding", f"Hola, Elvira. {sentence}", context(PROFILE, register="tu")).verdict is BLOCK


@pytest.mark.parametrize(
    "sentence",
    [
        "Directora comercial desde marzo de 2021 y antes en Texlisboa: buen cambio.",
        "Once años y medio en Cendrera, casi seis de directora comercial y otros tantos de jefa de ventas.",
        "Cinco años y nueve meses como directora comercial pesan.",
    ],
)
def test_what_is_told_of_another_job_in_the_same_breath_passes(sentence: str) -> None:
    answer = check("grounding", f"Hola, Elvira. {sentence}", context(PROFILE, register="tu"))
    assert answer.verdict is not BLOCK, answer.detail


@pytest.mark.parametrize(
    "sentence",
    [
        "Una fábrica de 1931 ha visto de todo.",
        "Eres directora comercial desde hace once años.",
        "Tras veinte años al frente de Cendrera, poco te sorprende.",
        "Nueve años de Hilo Fino son muchos.",
    ],
)
def test_an_age_or_a_time_in_the_job_that_is_another_is_blocked(sentence: str) -> None:
    assert check("grounding", f"Hola, Elvira. {sentence}", context(PROFILE, register="tu")).verdict is BLOCK
