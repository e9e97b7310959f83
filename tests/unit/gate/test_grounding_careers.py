"""Grounding of careers: employers named with lengths of time, titles and towns of before, words that quote nobody."""

from typing import Any

import pytest

from tests.unit.gate.drafts import BLOCK, check, context

PROFILE: dict[str, Any] = {
    "full_name": "Nuria Salgado Pinto",
    "title": "Directora de Calidad",
    "company": "Lácteos Peñamoura, S.A.",
    "location": "Lugo, Galicia",
    "about": (
        "Llevo la calidad de 7 plantas y 480 personas. Mermas: del 9 % al 4 % en 12 meses."
        " Migramos a SAP en 2024. Abrimos el laboratorio propio en abril de 2023."
    ),
    "experience": [
        {"title": "Directora de Calidad", "company": "Lácteos Peñamoura, S.A.", "start": "2021-05"},
        {
            "title": "Analista de Materias Primas",
            "company": "Lácteos Peñamoura, S.A.",
            "start": "2018-03",
            "end": "2021-04",
        },
        {
            "title": "Jefa de Laboratorio",
            "company": "Conservas La Ría Alta",
            "start": "2012-01",
            "end": "2018-02",
            "description": "Vigo",
        },
    ],
    "posts": [
        "El laboratorio propio cumplió tres años. Hoy lo visitó un niño de cuatro.",
        "La caducidad no se discute: se mide.",
        "Nadie se queja de la leche que no se derrama. Arregla la tapa.",
    ],
}

TRUE = [
    "Hiciste laboratorio seis años en Conservas La Ría Alta y hace más de cinco que dirigís la calidad.",
    "Seis años y pico de jefa de laboratorio en Conservas La Ría Alta y cinco y medio de directora acá.",
    "Seis años de mejillón en La Ría Alta y ocho de leche en Lugo.",
    "Antes, seis y pico de jefa en Conservas La Ría Alta.",
    "Más de seis años en Conservas La Ría Alta, y en Peñamoura más de ocho, más de cinco con la calidad a cargo.",
    "Unos seis años en La Ría Alta, ocho largos en Peñamoura.",
    "Ocho años en Peñamoura, la migración a SAP hecha desde 2024.",
    "Casi nueve años en Peñamoura, con SAP en marcha desde 2024, dan para mucho.",
    "Ocho años en Peñamoura, los primeros tres como analista de materias primas.",
    "Ocho años en Peñamoura, tres años como analista de materias primas y cinco al frente de la calidad.",
    "El laboratorio propio, con tres años y medio de abierto, se nota en la merma.",
    "El laboratorio propio ya tiene tres años y medio.",
    "Más de tres años y medio con laboratorio propio: se nota.",
    "La migración a SAP, con dos años y medio a la espalda, ya no duele.",
    "El laboratorio cumplió tres años y medio.",
    "Ocho años acá, casi nada comparado con los seis de jefa de laboratorio en Conservas La Ría Alta.",
    "Cinco años y pico en el puesto, seis de jefa en La Ría Alta y tres de analista.",
    "Seis años de jefa de laboratorio en La Ría Alta, allá en Vigo, enseñan mucho.",
    "Peñamoura desde 2018 y SAP desde 2024: dos mudanzas.",
    "Desde Lugo llevas la calidad de 7 plantas.",
    "Como Directora de Calidad sabes lo que pesa una merma.",
    "Cinco años de directora de calidad y 7 plantas: nada mal.",
    "Como analista de materias primas viviste la otra orilla, antes de dirigir.",
]
FALSE = [
    "Como Analista de Materias Primas sabes mejor que nadie lo que pesa una merma.",
    "Como analista de materias primas de Peñamoura te toca el cierre de las 7 plantas.",
    "Llevar la calidad de 7 plantas desde Vigo pide orden.",
    "Bajaste la merma al 4 % en Conservas La Ría Alta.",
    "Doce años en Conservas La Ría Alta y la calidad de 7 plantas ahora.",
    "El laboratorio propio, con siete años y medio de abierto, se nota en la merma.",
    "El laboratorio propio cumplió nueve años.",
    "En La Ría Alta llevas la calidad de 7 plantas.",
    "SAP desde 2024 y Peñamoura desde 2023: dos mudanzas.",
    "Llevas catorce años en Peñamoura.",
    "Desde 2024 estás en Peñamoura.",
]


@pytest.mark.parametrize("sentence", TRUE)
def test_a_career_told_with_lengths_of_time_as_the_dates_have_it_passes(sentence: str) -> None:
    answer = check("grounding", f"Hola, Nuria: {sentence}", context(PROFILE, register="tu"))
    assert answer.verdict is not BLOCK, answer.detail


@pytest.mark.parametrize("sentence", FALSE)
def test_a_career_told_otherwise_than_the_dates_have_it_is_blocked(sentence: str) -> None:
    answer = check("grounding", f"Hola, Nuria: {sentence}", context(PROFILE, register="tu"))
    assert answer.verdict is BLOCK


ENGLISH: dict[str, Any] = {
    "full_name": "Gwen Tarrant",
    "title": "Director of Fulfillment",
    "company": "Marlow Pets Ltd",
    "location": "Leeds, England",
    "about": "5 fulfillment centres, 190 containers a month and 3 ports, 26 looms.",
    "experience": [
        {"title": "Director of Fulfillment", "company": "Marlow Pets Ltd", "start": "2023-08"},
        {"title": "Site Leader", "company": "Holly Home Direct", "start": "2018-02", "end": "2023-07"},
    ],
    "posts": [
        "Forget what you know about motivation. Fix the break room.",
        "A split shift is not eight hours of work. It is thirteen hours of availability.",
        "My grandfather wove, my mother sold, I reply to emails.",
        "Skip the covering letter. Tell me about your nan.",
    ],
}

TRUE_IN_ENGLISH = [
    "fixing the break room before the motivation deck makes sense.",
    "fixing the break room instead of the motivation poster makes sense.",
    "grandfather at the loom, mother in sales, you at the inbox: three trades in one family.",
    "190 containers a month through three ports is a lot of paper.",
    "190 containers a month across 3 ports is a lot of paper.",
    "that is the tidiest description of a split shift that I have read.",
    '"Tell me about your nan" is a better interview question than most.',
    '"Tell me about your nan" beats any interview guide.',
    "five years and a half at Holly Home Direct and three at Marlow.",
]
FALSE_IN_ENGLISH = [
    "you told us to forget what we know about motivation and fix the helicopter.",
    "your interview on warehouse robots was the best of the week.",
    "nine years at Holly Home Direct and three at Marlow.",
    "as Site Leader you see 190 containers a month.",
    "as Site Leader at Marlow you know what a gap costs.",
]


@pytest.mark.parametrize("sentence", TRUE_IN_ENGLISH)
def test_ordinary_words_beside_what_was_written_pass(sentence: str) -> None:
    answer = check("grounding", f"Hi Gwen, {sentence}", context(ENGLISH, language="en"))
    assert answer.verdict is not BLOCK, answer.detail


@pytest.mark.parametrize("sentence", FALSE_IN_ENGLISH)
def test_what_nobody_wrote_or_held_is_blocked(sentence: str) -> None:
    assert check("grounding", f"Hi Gwen, {sentence}", context(ENGLISH, language="en")).verdict is BLOCK


EXAMPLES = [
    "¿Le dejas escribir también el de «se te está acabando la leche»?",
    "Llevas años oyendo «como le decía a su compañera».",
    "Te pasas el día escuchando «eso no me toca a mí».",
    "¿Tus cartas son de las de «estimado cliente, lamentamos»?",
    "¿Cuántas veces entras hoy «a ver qué tal»?",
    "¿Y el correo que dice «hace tiempo que no te vemos»?",
    "¿Cuántas veces al día oyen «ya se lo expliqué a otro»?",
    "¿Todavía empiezan con el de «le llamamos para confirmar»?",
    "¿Qué contestas cuando llega «esto era para ayer»?",
    "¿Te suena el de «mañana sin falta te llamo»?",
]
QUOTED = [
    "Escribiste «la caducidad se discute siempre».",
    "Me quedo con tu frase «la tapa no se arregla».",
    "Leí tu texto, el de «la leche se derrama sola».",
    "Como dices, «medir no sirve de nada».",
    "¿De dónde salió lo de «la caducidad se negocia»?",
    "¿Por qué escribiste «la caducidad se negocia»?",
    "¿Cómo se te ocurrió tu «la caducidad se negocia»?",
    "Tu «la caducidad se negocia» me hizo pensar.",
]


@pytest.mark.parametrize("sentence", EXAMPLES)
def test_words_that_others_say_or_that_are_only_an_example_quote_nobody(sentence: str) -> None:
    answer = check("grounding", f"Hola, Nuria: {sentence}", context(PROFILE, register="tu"))
    assert answer.verdict is not BLOCK, answer.detail


@pytest.mark.parametrize("sentence", QUOTED)
def test_words_given_to_the_reader_that_they_did_not_write_are_blocked(sentence: str) -> None:
    assert check("grounding", f"Hola, Nuria: {sentence}", context(PROFILE, register="tu")).verdict is BLOCK


@pytest.mark.parametrize(
    "sentence",
    ["Nueve años de directora de calidad y 7 plantas.", "Doce años como jefa de laboratorio curten."],
)
def test_years_in_a_title_beyond_its_dates_are_blocked(sentence: str) -> None:
    assert check("grounding", f"Hola, Nuria: {sentence}", context(PROFILE, register="tu")).verdict is BLOCK
