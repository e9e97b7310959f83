"""Rounds, prizes, openings and talks: told in any wording they need a fact; supposed or of others they need none."""

from typing import Any

import pytest

from tests.unit.gate.drafts import BLOCK, check, context

PROFILE: dict[str, Any] = {
    "full_name": "Amaia Lasarte Goñi",
    "title": "Directora de Compras",
    "company": "Cerámicas Urbedo, S.L.",
    "about": "En 2025 inauguramos la segunda planta. Finalistas de los Premios Alfar. Plata en los Effie.",
    "posts": [
        "Felicito a nuestra jefa de horno, Izaro Beitia, por su charla en el Congreso de la Arcilla.",
    ],
}
UNTRUE = {
    "tu": [
        "Con la ronda que cerraron este año seguro que vais a crecer.",
        "Tras la entrada de un fondo en el capital os pedirán ahorros.",
        "La subvención que os ha concedido el ministerio ayuda.",
        "Ahora que os habéis mudado a las oficinas nuevas, ¿quién compra?",
        "Supongo que la compra de la empresa por parte de un grupo alemán os cambia las cosas.",
        "Después de la salida a bolsa os miran cada factura.",
        "Tenéis nuevos inversores y se nota.",
        "Respaldados por un fondo, compraréis más.",
        "Que os hayan reconocido como mejor empresa de Europa es enorme.",
        "Ahora que contáis con el respaldo de un fondo, todo va más deprisa.",
        "Te vi en la mesa redonda de la cerámica.",
        "Enhorabuena por el oro en los Effie.",
        "Felicidades por ganar los Premios Alfar.",
        "Enhorabuena por la apertura de la tercera planta.",
        "Enhorabuena por la serie B.",
        "Tu charla en el Congreso de la Arcilla me gustó.",
        "El webinar que diste sobre esmaltes me ayudó.",
        "Vi que habéis ampliado el almacén de Burgos.",
        "La fusión con Azulejos del Norte traerá trabajo.",
    ],
    "en": [
        "With fresh capital in the bank, you can buy more.",
        "Backed by a large fund, you can buy faster than anyone.",
        "With the opening of the tenth plant around the corner, who buys for you?",
        "With the IPO behind you, they read every invoice.",
        "I gather you have taken on outside investment this year.",
        "The webinar you hosted on glazes answered my questions.",
        "Since the acquisition by a German group, you must report more.",
        "Topping the regional ranking puts a target on you.",
        "As a Sunday Times Best Place to Work, you need no advice.",
    ],
}
TRUE = {
    "tu": [
        "Con la segunda planta inaugurada en 2025, ¿quién compra para las dos?",
        "Finalistas de los Premios Alfar: enhorabuena.",
        "Enhorabuena por la plata en los Effie.",
        "Vi que felicitaste a Izaro Beitia por su charla en el Congreso de la Arcilla.",
        "Después de una ronda, muchas empresas compran de más.",
        "Si algún día abrís una tercera planta, te llamo.",
        "Cuando una empresa cierra una serie B, el consejo pide cifras.",
        "¿Vas a ir a la próxima feria de la cerámica?",
        "Se habla mucho de startups que levantan rondas y poco de quien compra la arcilla. ¿A ti te pasa?",
        "Tendremos un stand en una feria en primavera, por si te pasas.",
        "Me dijo un jefe de taller que el barro se compra tarde. ¿Te suena?",
        "En la última licitación que vimos, el precio bajó. ¿Participáis en alguna?",
        "Me imagino que la subvención al gas os vendría bien.",
        "Me gustó tu regla de no firmar lo que no se explica.",
    ],
    "en": [
        "Most companies that raise a round spend the first month on hiring. Did you?",
        "If you ever go public, the auditors will ask for this first.",
        "Your opening line made me smile.",
        "Your investment in the second plant means two of everything.",
        "You have probably heard the keynote speakers say it: buyers are bored.",
        "We will have a booth at a fair in the spring. Will you go?",
        "When a firm wins an award, the buyer still haggles. Is it so for you?",
    ],
}

FUNDED = {**PROFILE, "posts": ["Cerramos una serie A con Fondo Encina.", "El ICO nos dio un préstamo para el horno."]}


@pytest.mark.parametrize(
    "sentence",
    [
        "Enhorabuena por la serie A.",
        "Con la ronda cerrada, ¿qué compras?",
        "El préstamo que os dieron para el horno ayuda.",
    ],
)
def test_a_round_or_a_loan_that_a_fact_tells_passes(sentence: str) -> None:
    assert check("grounding", f"Hola, Amaia. {sentence}", context(FUNDED, register="tu")).verdict is not BLOCK


@pytest.mark.parametrize(
    "sentence",
    ["Enhorabuena por la serie B.", "La subvención que os han dado ayuda.", "Con la salida a bolsa os miran más."],
)
def test_one_way_of_raising_money_does_not_prove_another(sentence: str) -> None:
    assert check("grounding", f"Hola, Amaia. {sentence}", context(FUNDED, register="tu")).verdict is BLOCK


@pytest.mark.parametrize(("register", "sentence"), [(r, s) for r, said in UNTRUE.items() for s in said])
def test_what_is_said_to_have_happened_to_them_and_no_fact_tells_is_held_back(register: str, sentence: str) -> None:
    assert _blocks(register, sentence) is True


@pytest.mark.parametrize(("register", "sentence"), [(r, s) for r, said in TRUE.items() for s in said])
def test_what_a_fact_tells_or_nobody_says_of_them_passes(register: str, sentence: str) -> None:
    assert _blocks(register, sentence) is False


def _blocks(register: str, sentence: str) -> bool:
    language = "en" if register == "en" else "es"
    within = context(PROFILE, language=language, register=None if register == "en" else register)
    greeting = "Hi Amaia." if register == "en" else "Hola, Amaia."
    return check("grounding", f"{greeting} {sentence}", within).verdict is BLOCK
