"""Quotations: somebody's own words, never cut so that they say something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.adapters.embedded.offline.quotation import quotable, speaks
from shared.domain.language import Language, Register


def quote(
    text: str, longest: int = 60, language: Language = Language.ES, register: Register = Register.TU
) -> str | None:
    return quotable(text, longest, language, register)


def test_the_first_sentence_that_says_something_is_quoted_without_its_stop() -> None:
    text = "¡Feliz lunes a todos! Nuevo muelle de carga en Sagunto. Menos esperas."
    assert quote(text) == "Nuevo muelle de carga en Sagunto"


def test_a_long_sentence_is_cut_where_a_clause_ends() -> None:
    text = "Los camiones salen del muelle a las seis; el resto del día se va en llamadas y en papeles que nadie lee."
    assert quote(text) == "Los camiones salen del muelle a las seis"


def test_or_where_a_further_part_begins() -> None:
    text = "Llevamos tres años midiendo cada palé que sale del muelle para saber dónde se pierde el tiempo de verdad"
    assert quote(text, 64) == "Llevamos tres años midiendo cada palé que sale del muelle"


@pytest.mark.parametrize(
    "text",
    [
        "La puntualidad no se compra con más camiones; se compra con mejor información y con menos urgencias.",
        "En octubre instalamos 312 tejados en cuatro provincias del sur; el año pasado fueron 97",
        "Han hecho falta cinco meses de obras en la planta baja y 3,2 millones de inversión para abrir el nuevo centro",
        "En diez años hemos reducido los errores de preparación del 3 % al 0,4 % en los tres centros",
        "La puntualidad no se compra con más camiones ni con más turnos de noche ni con más gente",
        "No solo hemos cambiado el almacén de sitio, sino también la manera de preparar los pedidos",
        "Cuando alguien pregunta por qué llegamos tarde a las entregas, la respuesta está en el muelle",
        "Aunque el sector crece despacio, nosotros hemos abierto dos naves y contratado gente nueva",
    ],
)
def test_a_sentence_that_would_say_something_else_is_not_cut(text: str) -> None:
    assert quote(text, 60) is None


@pytest.mark.parametrize(
    "text",
    [
        "¿De verdad necesitamos otra reunión de seguimiento?",
        "Toda la información está en https://ejemplo.example",
        "Se buscan conductores para la ruta norte #empleo",
        "ESTAMOS CONTRATANDO CONDUCTORES PARA LA RUTA NORTE",
        "🚀 Hoy ha sido un gran día para el equipo",
        "Según «El Correo» el sector crece un poco",
        "El campo {{ nombre }} está vacío en la plantilla",
        "Muy bien dicho",
    ],
)
def test_questions_links_tags_shouting_emoji_quotes_and_scraps_are_not_quoted(text: str) -> None:
    assert quote(text) is None


@pytest.mark.parametrize(
    ("register", "text"),
    [
        (Register.USTED, "Tu almacén dice más de ti que tu web"),
        (Register.TU, "Su almacén dice más de usted que la web"),
        (Register.VOS, "Si quieres puntualidad, mide antes el muelle"),
    ],
)
def test_words_that_would_mix_another_register_into_the_message_are_not_quoted(register: Register, text: str) -> None:
    assert quote(text, register=register) is None


def test_another_language_is_not_quoted() -> None:
    text = "We moved picking from paper to voice in three months."
    assert quote(text) is None
    assert quotable(text, 60, Language.EN, None) == "We moved picking from paper to voice in three months"


@pytest.mark.parametrize(
    "text",
    [
        "Reduzimos os atrasos em 30 % com uma nova equipa de logística",
        "Hem reduït els retards amb una nova eina de planificació",
        "Nous avons réduit les retards de livraison dans notre entrepôt",
        "Abbiamo ridotto i ritardi nella nostra rete con un nuovo sistema",
        "Wir haben die Verspätungen mit einem neuen System halbiert",
        "Nuevo muelle carga Sagunto",
    ],
)
@pytest.mark.parametrize("language", list(Language))
def test_a_neighbours_language_or_one_that_does_not_show_is_not_quoted(text: str, language: Language) -> None:
    assert quotable(text, 90, language, None) is None


def test_two_sentences_that_compare_are_quoted_together_or_not_at_all() -> None:
    text = "En 2022 la rotación era del 38 %. Este año cerramos en el 19 %."
    assert quote(text, 90) == "En 2022 la rotación era del 38 %. Este año cerramos en el 19 %"
    assert quote(text, 40) is None


@pytest.mark.parametrize(
    "text",
    [
        "El Dr. Peña y la Sra. Gil nos han ayudado a abrir el spa",
        "Con EE. UU. vendemos ya el doble que con toda la Unión",
        "La obra ha costado 3,2 millones de inversión en cinco meses",
        "El S. XXI nos ha traído pedidos de una sola caja a diario",
    ],
)
def test_an_abbreviations_stop_and_a_decimal_comma_end_no_sentence(text: str) -> None:
    assert quote(f"{text}. Gracias a todos.", 90) == text


@pytest.mark.parametrize(
    "text",
    [
        "Por eso cambiamos de almacén y de manera de trabajar",
        "Eso nos ha costado dos años de pruebas en el muelle",
        "Me incorporé a la empresa en 2022 como jefa de planta",
        "Tengo 15 años de experiencia en el sector del envase",
    ],
)
def test_what_points_back_and_what_recites_a_career_is_not_quoted(text: str) -> None:
    assert quote(text, 90) is None


def test_decimal_points_do_not_end_a_sentence() -> None:
    assert (
        quote("El almacén de Getafe prepara 1.200 pedidos al día.")
        == "El almacén de Getafe prepara 1.200 pedidos al día"
    )


@given(st.text(alphabet="ab .,;no3¿?!«»\n", max_size=300), st.integers(10, 120))
def test_a_quotation_is_always_a_whole_stretch_of_words_of_the_text(text: str, longest: int) -> None:
    found = quote(text, longest)
    if found is not None:
        assert len(found) <= longest
        place = text.index(found)
        before, after = text[:place][-1:], text[place + len(found) :][:1]
        assert not before.isalnum()
        assert not after.isalnum()


def test_function_words_tell_the_languages_apart() -> None:
    assert speaks("Bajamos los retrasos en el muelle", Language.ES)
    assert not speaks("Bajamos los retrasos en el muelle", Language.EN)
    assert speaks("SAP S/4HANA", Language.EN)
