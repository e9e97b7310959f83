"""Whose words a quotation is said to be: only what the reader is said to have said must be theirs."""

from typing import Any

import pytest

from tests.unit.gate.drafts import BLOCK, check, context

PROFILE: dict[str, Any] = {
    "full_name": "Amaia Lasarte Goñi",
    "title": "Directora de Compras",
    "company": "Cerámicas Urbedo, S.L.",
    "posts": [
        "Un proveedor que no protesta es un proveedor que ya se ha ido.",
        "Del gran Fermín Pazos: «El barro no espera a nadie.» Se lo robo.",
    ],
}
NOBODY_SAID_THEM = {
    "tu": [
        "Cuando un proveedor dice «ya casi está», ¿qué haces tú?",
        "Me dirás «eso ya lo probamos». Puede ser.",
        "Un cliente nuestro lo resume así: «menos correos y más barro».",
        "«¿Y si el horno se para un domingo?», me preguntarás.",
        "«Eso no lleva IVA», contestan los transportistas.",
        "¿Cuántas veces al mes oyes «mañana sin falta» en tu almacén?",
        "Le llamamos «el lunes negro», y tú seguro que lo conoces.",
        "He escrito una guía titulada «Comprar arcilla sin llorar». ¿Te la mando?",
        "La respuesta suele ser «pregúntale a logística».",
        "¿Qué contestas cuando te piden «un favorcito de última hora»?",
        "Nosotros decimos «primero el horno, luego la factura».",
        "La palabra «urgente» ya no significa nada en tu bandeja.",
        "«¿Y quién se lo explica a los de noche?», preguntó su directora.",
        "Hemos hecho una guía titulada «El Horno Justo». ¿Te la mando?",
        "Te habrán dicho «mañana sin falta, de verdad» en todos los idiomas.",
    ],
    "usted": [
        "«El precio es el que es», suelen decir los fabricantes.",
        "Me contaba un jefe de obra: «sin azulejo no hay entrega». ¿A usted le suena?",
        "Su equipo quizá piense «otro portal más para rellenar».",
    ],
    "en": [
        'Buyers keep telling us "we will look at it in March". Do yours?',
        'You might say "we already have one". Fair enough.',
        'When a supplier says "it is on the truck", what do you do?',
        'We call it "the Friday email". You have surely had one.',
        'Our guide is called "Clay without tears". Shall I send it to you?',
        'The usual answer to you is "ask logistics about it".',
        'Reps love to say "they went dark on us". Your buyers too?',
    ],
}
NEVER_SAID = {
    "tu": [
        "Como tú misma dices, «comprar barato es comprar dos veces».",
        "Tu frase «comprar barato es comprar dos veces» la tengo apuntada.",
        "Escribiste que «comprar barato es comprar dos veces» y no lo olvido.",
        "«Comprar barato es comprar dos veces», decías hace poco.",
        "Según tú, «comprar barato es comprar dos veces».",
        "¿Por qué dices que «comprar barato es comprar dos veces»?",
        "«Un proveedor que protesta es un proveedor que ya se ha ido». Me lo quedo, Amaia.",
        "Lo de «comprar barato es comprar dos veces» me hizo pensar.",
        "Leí en tu perfil: «comprar barato es comprar dos veces».",
        "Tu perfil dice «comprar barato es comprar dos veces».",
        "Has dicho alguna vez que «comprar barato es comprar dos veces».",
        "«Comprar barato es comprar dos veces» es tuya y la he citado mucho.",
        "Con tu «el barro no espera a nadie» me ganaste.",
        "En «el barro no espera a nadie» tú pones el dedo en la llaga.",
    ],
    "usted": [
        "Según sus propias palabras, «comprar barato es comprar dos veces».",
        "Usted sostiene que «comprar barato es comprar dos veces».",
        "«Comprar barato es comprar dos veces», escribió hace un mes.",
        "Afirma usted que «comprar barato es comprar dos veces».",
    ],
    "en": [
        'In your words, "buying cheap is buying twice".',
        '"Buying cheap is buying twice," you wrote last month.',
        'You once said that "buying cheap is buying twice".',
        'As you so nicely put it, "buying cheap is buying twice".',
        'Your line "buying cheap is buying twice" stuck with me.',
        'I read "buying cheap is buying twice" and nodded.',
    ],
}


@pytest.mark.parametrize(("register", "sentence"), [(r, s) for r, them in NOBODY_SAID_THEM.items() for s in them])
def test_words_that_the_reader_is_not_said_to_have_said_are_no_claim(register: str, sentence: str) -> None:
    assert _blocks(register, sentence) is False


@pytest.mark.parametrize(("register", "sentence"), [(r, s) for r, them in NEVER_SAID.items() for s in them])
def test_words_that_the_reader_is_said_to_have_said_and_did_not_are_held_back(register: str, sentence: str) -> None:
    assert _blocks(register, sentence) is True


@pytest.mark.parametrize(
    "sentence",
    [
        "Como dices, «un proveedor que no protesta es un proveedor que ya se ha ido».",
        "«El barro no espera a nadie», la frase de Fermín que compartiste, me hizo reír.",
    ],
)
def test_words_that_they_wrote_or_that_are_given_to_their_author_pass(sentence: str) -> None:
    assert _blocks("tu", sentence) is False


def _blocks(register: str, sentence: str) -> bool:
    language = "en" if register == "en" else "es"
    within = context(PROFILE, language=language, register=None if register == "en" else register)
    greeting = "Hi Amaia, here is a thought." if register == "en" else "Hola, Amaia."
    return check("grounding", f"{greeting} {sentence}", within).verdict is BLOCK
