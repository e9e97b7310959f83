"""The checks that only warn."""

import pytest

from tests.unit.gate.drafts import PASS, WARN, check, context, marked, verdict


def test_a_message_without_a_proven_personal_claim_could_go_to_anyone() -> None:
    assert verdict("generic", "Hola, Lucía: ayudamos a empresas como la suya. ¿Hablamos?") is WARN
    assert verdict("generic", "Hola, Lucía: en Rutalia bajamos un 18 % los plazos. ¿Hablamos?") is WARN
    assert verdict("generic", "Hola, Lucía: sus 27 almacenes. ¿Hablamos?") is PASS


@pytest.mark.parametrize("body", [".", "Hola, Lucía:", "Hola, Lucía: …", ""])
def test_a_greeting_alone_is_no_message(body: str) -> None:
    assert check("generic", body).detail.en == "It says nothing: the message is missing."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¿Hablamos?", PASS),
        ("Hola, ¿qué tal? ¿Hablamos?", PASS),
        ("Sin preguntas.", PASS),
        ("¿Cómo planifican? ¿Hablamos?", WARN),
        ("How do you plan? Shall we talk?", WARN),
        ("Hi, how are you? Shall we talk?", PASS),
        ("¿Hablamos??", PASS),
    ],
)
def test_one_question_is_enough(text: str, expected: str) -> None:
    assert verdict("questions", text) == expected


def test_the_questions_beyond_the_first_are_marked() -> None:
    assert marked("questions", "¿Cómo planifican? ¿Hablamos?") == ["¿Hablamos?"]


@pytest.mark.parametrize(
    "text",
    [
        "Yo llevo diez años en esto.",
        "Hola, Lucía: me llamo Marta.",
        "Hola, Lucía:\n\nSoy Marta, de Rutalia.",
        "Hi Lucía, I work at Rutalia.",
        "Hi Lucía,\nI'm Marta.",
        "Dear Ms Ferrer, my name is Marta.",
    ],
)
def test_beginning_with_oneself_warns(text: str) -> None:
    assert verdict("opening", text) is WARN


@pytest.mark.parametrize(
    "text", ["Hola, Lucía: su charla me gustó. Yo también lo creo.", "Hi Lucía, your talk. I liked it.", "Iberia", ""]
)
def test_beginning_with_the_person_passes(text: str) -> None:
    assert verdict("opening", text) is PASS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¡Enhorabuena!", PASS),
        ("¡Enhorabuena! 🙂", PASS),
        ("¡Enhorabuena! 🙂🙂", WARN),
        ("¡¡¡Enhorabuena!!!", PASS),
        ("Wow! Great! Nice!", WARN),
        ("👨‍👩‍👧 🇪🇸", PASS),
        ("Un 5 % © 2026 → ya", PASS),
    ],
)
def test_a_few_emoji_and_exclamations_are_enough(text: str, expected: str) -> None:
    assert verdict("exclamations", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es GRATIS para usted.", WARN),
        ("NO SE LO PIERDA", WARN),
        ("Con SAP, el ERP y la TMS.", PASS),
        ("Con SAP EWM y RFID.", PASS),
        ("UNESCO y HubSpot", WARN),
        ("Un CEO y un COO.", PASS),
    ],
)
def test_capitals_read_as_shouting(text: str, expected: str) -> None:
    assert verdict("shouting", text) == expected


def test_capitals_of_the_profile_are_no_shouting() -> None:
    within = context({"full_name": "Ana Gil", "company": "NORTEGAS"})
    assert verdict("shouting", "En NORTEGAS crecen.", within) is PASS


def test_a_sentence_that_takes_two_breaths_warns() -> None:
    assert verdict("sentence_length", "una " * 35 + ".") is PASS
    assert verdict("sentence_length", "Hola. " + "una " * 36 + ". Adiós.") is WARN
