"""The check "addressee"."""

import pytest

from shared.gate.context import GateContext
from tests.unit.gate.drafts import BLOCK, PASS, WARN, context, marked, verdict


def person(full_name: str, **others: str) -> GateContext:
    return context({"full_name": full_name, **others})


@pytest.mark.parametrize(
    "text",
    [
        "Hola, Lucía: una pregunta.",
        "Hola Lucía, una pregunta.",
        "hola lucía, una pregunta",
        "¡Hola, Lucía!",
        "Hola de nuevo, Lucía:",
        "Hola Lucia, sin acento.",
        "HOLA LUCÍA, UNA PREGUNTA",
        "Buenos días, Lucía.\nLe escribo por su charla.",
        "Buenas tardes, señora Ferrer:",
        "Estimada Sra. Ferrer:",
        "Estimada doña Lucía:",
        "Estimada Lucía Ferrer Soto:",
        "A la atención de la Sra. Ferrer:",
        "Hi Lucía, a question.",
        "Dear Ms Ferrer,",
        "Dear Ms. Ferrer Soto,",
        "Good morning, Lucía",
        "Hello again Lucía!",
        "Lucía, he leído su texto.",
        "Sra. Ferrer: he leído su texto.",
        "Hola, Lu: una pregunta.",
        "Hola, L. Ferrer:",
        "👋 Hola, Lucía:",
        "Hola:",
        "Hola, ¿qué tal?",
        "Hola a todos:",
        "Hola, equipo de Logística Norte:",
        "Dear Sir or Madam,",
        "To whom it may concern:",
        "Estimada Directora de Operaciones:",
        "Hola, soy Marta Ruiz y le escribo por su charla.",
        "Hola, Marta Ruiz le escribe.",
        "Hola Lucía Gran charla la de ayer.",
        "Hola, Gracias por conectar.",
        "Enhorabuena, Lucía lo contó muy bien.",
        "Gracias, de verdad.",
        "¿Cómo planifican los picos?",
        "En Bilbao, los picos duran más.",
    ],
)
def test_the_right_name_or_none_passes(text: str) -> None:
    assert verdict("addressee", text) is PASS


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("Hola, Marcos: una pregunta.", "Marcos"),
        ("Hola Marcos, una pregunta.", "Marcos"),
        ("hola marcos, una pregunta", "marcos"),
        ("Hola, Luisa: una pregunta.", "Luisa"),
        ("Buenos días, Lorena.", "Lorena"),
        ("Estimado señor García:", "García"),
        ("Estimada Sra. Ferrero:", "Ferrero"),
        ("Estimado señor de la Torre:", "Torre"),
        ("Estimada Lucía Fernández:", "Fernández"),
        ("Dear Ms Farrell,", "Farrell"),
        ("Hi Lucy, a question.", "Lucy"),
        ("Good afternoon Mr Holmes", "Holmes"),
        ("Marcos, he leído su texto.", "Marcos"),
        ("Sr. Prieto: he leído su texto.", "Prieto"),
        ("Hola, Lucía y Marcos:", "Marcos"),
        ("Hola\nMarcos,\nle escribo", "Marcos"),
        ("Estimados señores de Transportes Lago:", "Transportes Lago"),
    ],
)
def test_another_name_blocks_and_is_marked(text: str, stranger: str) -> None:
    assert verdict("addressee", text) is BLOCK
    assert marked("addressee", text) == [stranger]


@pytest.mark.parametrize(
    ("full_name", "greeted"),
    [
        ("José Luis Ortega", "Pepe"),
        ("José Luis Ortega", "Joselu"),
        ("Francisco Roca", "Paco"),
        ("Francisco Roca", "Fran"),
        ("Paco Roca", "Francisco"),
        ("Robert Hale", "Bob"),
        ("Bill Hale", "William"),
        ("María José Sanz", "Mª José"),
        ("María José Sanz", "María José"),
        ("María José Sanz", "Majo"),
        ("María José Sanz", "María"),
        ("Mª José Sanz", "María José"),
        ("María del Carmen Polo", "Mari Carmen"),
        ("María del Carmen Polo", "Carmen"),
        ("Juan Carlos Rey", "Juan Carlos"),
        ("Juan Carlos Rey", "Juanca"),
        ("Jörg Müller", "Joerg"),
        ("Íñigo Etxeberria", "Iñigo"),
        ("D'Angelo Rossi", "D’Angelo"),
        ("Juan de la Cruz", "señor de la Cruz"),
    ],
)
def test_what_people_of_a_name_are_called_is_their_name(full_name: str, greeted: str) -> None:
    assert verdict("addressee", f"Hola, {greeted}: una pregunta.", person(full_name)) is PASS


@pytest.mark.parametrize(
    ("full_name", "greeted"),
    [
        ("José María Ortega", "María"),
        ("María José Sanz", "José"),
        ("Juan Gil", "John"),
        ("Juan Gil", "Juanjo"),
        ("Francisca Roca", "Francisco"),
        ("Roberta Hale", "Robert"),
        ("Daniela Gil", "Daniel"),
    ],
)
def test_a_name_that_only_resembles_theirs_blocks(full_name: str, greeted: str) -> None:
    assert verdict("addressee", f"Hola, {greeted}: una pregunta.", person(full_name)) is BLOCK


def test_a_surname_alone_warns() -> None:
    assert verdict("addressee", "Hola, Ferrer: una pregunta.") is WARN
    assert verdict("addressee", "Hola, señora Ferrer: una pregunta.") is PASS


def test_a_masculine_greeting_warns_where_the_title_is_feminine() -> None:
    assert verdict("addressee", "Estimado Lucía:") is WARN
    assert verdict("addressee", "Estimado Sr. Ferrer:") is WARN
    assert verdict("addressee", "Estimado Luis:", person("Luis Gil", title="Director de Planta")) is PASS


def test_a_name_cannot_be_right_when_none_is_known() -> None:
    unnamed = context({"company": "Logística Norte"})
    assert verdict("addressee", "Hola, Marcos:", unnamed) is BLOCK
    assert verdict("addressee", "Hola:", unnamed) is PASS


def test_a_subject_that_calls_somebody_else_blocks() -> None:
    within = context(format_="email")
    assert verdict("addressee", "Hola, Lucía:", within, subject="Marcos, una idea") is BLOCK
    assert verdict("addressee", "Hola, Lucía:", within, subject="Lucía, una idea") is PASS
