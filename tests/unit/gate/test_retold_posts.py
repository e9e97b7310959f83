"""A post retold with one thing changed is wrong; retold in other words it is true."""

from typing import Any

import pytest

from tests.unit.gate.drafts import BLOCK, check, context

SPANISH: dict[str, Any] = {
    "full_name": "Aurora Tejada Lis",
    "title": "Directora de Logística",
    "company": "Frutas Valdelomar, S.L.",
    "about": "Coordino camiones y un almacén de frío.",
    "posts": [
        "Invité a las operarias a la reunión de presupuesto y vieron un desperdicio que nadie veía.",
        "Enviamos insulina en canoa, once horas a 4 °C. Nadie creerá al registrador.",
        "El comprador belga no pregunta el precio primero: pregunta quién cosechó.",
        "Los sueldos de las jefaturas están colgados en el comedor.",
        "Lo caro no es el guante. Lo caro es pedirlo a las once de la noche.",
    ],
}
ENGLISH: dict[str, Any] = {
    "full_name": "Nerys Pumfrey",
    "title": "Head of Operations",
    "company": "Tolland Physio Ltd",
    "posts": [
        "The best crew this month was the night shift: no bosses, no calls.",
        "We swapped the welcome video for the captain's weather report. Nobody skips it.",
        "The driver fixed the truck with a belt at the port.",
    ],
}
TRUE = [
    "La historia de las operarias en la reunión de presupuesto me encantó.",
    "Lo de enviar insulina en canoa se lo conté a un proveedor.",
    "Lo del comprador belga que pregunta quién cosechó se me quedó grabado.",
    "Colgar los sueldos de las jefaturas en el comedor es una decisión que pocos toman.",
    "Tu frase del comprador belga la leyó mi jefa en una reunión con clientes.",
    "Coincido contigo: lo caro no es el guante sino pedirlo a las once de la noche.",
    "Enviar insulina en canoa, once horas con la presión del reloj, tiene mérito.",
    "Tu post sobre los sueldos colgados me hizo pensar en cuántas empresas callan.",
    "Tus publicaciones sobre sueldos se leen con gusto.",
]
SAID_BY_OTHERS = [
    "Un jefe de planta nos contó que la caldera nueva no calienta.",
    "El coordinador de otra empresa dice que el mérito fue de la caldera.",
    "Una directora de marca explicó que la caldera era lo de menos.",
    "Su ecónomo dice que lo raro es la caldera.",
]
SAID_BY_THEM = [
    "Vi que usted explicó que la caldera nueva no calienta.",
    "En su publicación de ayer explicó que la caldera nueva no calienta.",
    "Leí lo que contó sobre la caldera nueva de gas.",
]
WRONG = [
    "La historia de los proveedores en la reunión de presupuesto me encantó.",
    "Lo de enviar insulina en mula se lo conté a un proveedor.",
    "Lo del comprador holandés que pregunta quién cosechó se me quedó grabado.",
    "Colgar los sueldos de los conductores en el comedor es una decisión que pocos toman.",
    "Coincido contigo: lo caro no es el guante sino pedirlo sin factura.",
]
TRUE_IN_ENGLISH = [
    "your note on the night shift made me laugh.",
    "swapping the welcome video for the weather report is the best thing I read all week.",
    "the driver who fixed the truck with a belt deserves a raise from his manager.",
    "the best crew of the month being the night shift, without bosses or a single hiccup, is a nice find.",
    "your post about the weather report made me rethink our own onboarding and half of our meetings.",
]
WRONG_IN_ENGLISH = [
    "your note on the morning shift made me laugh.",
    "swapping the welcome video for a safety cartoon is the best thing I read all week.",
    "the driver who sold the truck at the port deserves a raise.",
]


class TestInSpanish:
    @pytest.mark.parametrize("sentence", TRUE)
    def test_a_post_may_be_retold(self, sentence: str) -> None:
        answer = check("grounding", f"Hola, Aurora. {sentence}", context(SPANISH, register="tu"))
        assert answer.verdict is not BLOCK, answer.detail

    @pytest.mark.parametrize("sentence", WRONG)
    def test_another_thing_in_its_place_blocks(self, sentence: str) -> None:
        answer = check("grounding", f"Hola, Aurora. {sentence}", context(SPANISH, register="tu"))
        assert answer.verdict is BLOCK

    @pytest.mark.parametrize("sentence", SAID_BY_OTHERS)
    def test_what_somebody_else_says_is_no_post_of_theirs(self, sentence: str) -> None:
        answer = check("grounding", f"Buenos días, Aurora. {sentence}", context(SPANISH, register="usted"))
        assert answer.verdict is not BLOCK, answer.detail

    @pytest.mark.parametrize("sentence", SAID_BY_THEM)
    def test_what_they_are_said_to_have_written_blocks_if_they_did_not(self, sentence: str) -> None:
        answer = check("grounding", f"Buenos días, Aurora. {sentence}", context(SPANISH, register="usted"))
        assert answer.verdict is BLOCK


class TestInEnglish:
    @pytest.mark.parametrize("sentence", TRUE_IN_ENGLISH)
    def test_a_post_may_be_retold(self, sentence: str) -> None:
        answer = check("grounding", f"Hi Nerys, {sentence}", context(ENGLISH, language="en"))
        assert answer.verdict is not BLOCK, answer.detail

    @pytest.mark.parametrize("sentence", WRONG_IN_ENGLISH)
    def test_another_thing_in_its_place_blocks(self, sentence: str) -> None:
        assert check("grounding", f"Hi Nerys, {sentence}", context(ENGLISH, language="en")).verdict is BLOCK
