"""What a follow-up may say after what was said before it."""

import pytest

from tests.unit.gate.drafts import BLOCK, PASS, context, marked, verdict

FIRST = """Hola, Lucía:

En operaciones hay una escena que se repite: el retraso se descubre cuando ya ha llamado el cliente.

Somos Rutalia. Redujimos un 18 % los plazos de entrega de 14 operadores.

¿Le encajaría una llamada corta la semana que viene?"""
THREAD = context(thread=(FIRST,), ours=("¿Le encajaría una llamada corta la semana que viene?",))


@pytest.mark.parametrize(
    "body",
    [
        FIRST,
        (
            "Hola, Lucía:\n\nEn operaciones hay una escena que se repite: el retraso se descubre cuando ya ha llamado "
            "el cliente."
        ),
        "Hola, Lucía:\n\nLe escribí hace unos días. Un dato: redujimos un 18 % los plazos de entrega de 14 operadores.",
        (
            "Hola, Lucía:\n\nInsisto: en operaciones, una escena que se repite es que el retraso se descubre cuando ya "
            "ha llamado el cliente. Somos Rutalia."
        ),
    ],
)
def test_a_follow_up_that_says_it_again_is_blocked(body):
    assert verdict("repetition", body, THREAD) is BLOCK


@pytest.mark.parametrize(
    "body",
    [
        (
            "Hola, Lucía:\n\nLe escribí hace unos días sobre operaciones en Logística Norte. En almacén, lo que más se "
            "oye es otra cosa: nadie sabe qué muelle quedará libre.\n\n¿Le encajaría una llamada corta la semana que "
            "viene?"
        ),
        "Hola, Lucía:\n\nCon un sí o un no me basta.",
    ],
)
def test_something_new_passes_and_so_do_greeting_and_what_the_role_asks(body):
    assert verdict("repetition", body, THREAD) is PASS


def test_the_sentence_that_comes_again_is_marked():
    body = "Hola, Lucía:\n\nOtra idea. Redujimos un 18 % los plazos de entrega de 14 operadores."
    assert marked("repetition", body, THREAD) == ["Redujimos un 18 % los plazos de entrega de 14 operadores."]


def test_every_message_of_the_thread_counts():
    thread = context(thread=("Hola, Lucía: abrimos en Vitoria hace un mes y medio.", FIRST))
    assert verdict("repetition", "Hola, Lucía:\n\nAbrimos en Vitoria hace un mes y medio.", thread) is BLOCK


def test_a_message_that_follows_none_is_held_against_nothing():
    assert verdict("repetition", FIRST, context()) is PASS
    assert verdict("presumption", "Vi que abrió mi correo.", context()) is PASS


@pytest.mark.parametrize(
    "text",
    [
        "Vi que abrió mi correo.",
        "Como vio en mi mensaje, avisamos de los retrasos.",
        "Seguro que recordará lo que le conté.",
        "Ya habrá visto mi mensaje.",
        "Aún no ha contestado a mi mensaje.",
        "Sigo sin respuesta por su parte.",
        "I saw you opened my email.",
        "As you saw in my message, we flag late orders.",
        "I haven't heard back from you.",
        "This is my third attempt to reach you.",
    ],
)
def test_nobody_is_told_that_they_have_read_it_or_should_have_answered(text):
    assert verdict("presumption", f"Hola, Lucía:\n\n{text}", THREAD) is BLOCK


@pytest.mark.parametrize(
    "text",
    [
        "Le escribí hace unos días sobre los retrasos.",
        "Por si mi mensaje llegó en mal momento, lo retomo.",
        "Una publicación suya dice «no he visto un muelle vacío».",
        "Vi su ponencia en la Feria Logis 2026.",
        "Si ahora no encaja, con un «no» me basta.",
        "Coming back to my message about the docks.",
        "If you have read the report, one line is enough.",
        "This is my last message for now.",
    ],
)
def test_referring_to_it_is_no_presumption(text):
    assert verdict("presumption", f"Hola, Lucía:\n\n{text}", THREAD) is PASS
