"""Who wrote what: a text that the person passed on or praised is not said to be theirs."""

from typing import Any

import pytest

from tests.unit.gate.drafts import BLOCK, check, context

PROFILE: dict[str, Any] = {
    "full_name": "Nuria Salgado Pinto",
    "title": "Directora de Calidad",
    "company": "Lácteos Peñamoura, S.A.",
    "posts": [
        "Tremendo el texto de Ismael Corbera, nuestro jefe de planta, sobre por qué nadie lee las etiquetas.",
        "Enhorabuena a nuestra veterinaria, Aida Louro, por su artículo sobre ordeño nocturno en la revista lechera.",
        "Del gran Fermín Pazos: «El frío no avisa, el termómetro tampoco.» Se lo robo.",
        "Mi artículo sobre la caducidad de los yogures ya está en la revista. Gracias al equipo.",
        "De la auditoría saqué una frase: quien mide la temperatura duerme mejor.",
        "De Lugo a Vigo en tren pensando en los envases retornables. La historia de San Sebastián en vidrio ayuda.",
        "La historia de Lácteos Peñamoura en tres botellas: vidrio, plástico y otra vez vidrio.",
        "Felicito a todo el turno de noche por su trabajo en la inspección sanitaria.",
        "From Ottilie Brandt, who runs our Lugo plant: 'We do not have a cheese shortage, we have a Friday shortage.'",
    ],
}
TRUE = [
    "Tu artículo sobre la caducidad de los yogures me abrió los ojos.",
    "Leí tu texto sobre la caducidad de los yogures.",
    "Tu frase sobre quien mide la temperatura y duerme mejor se me quedó.",
    "El texto de Ismael Corbera sobre por qué nadie lee las etiquetas es una joya.",
    "Compartiste el texto de Ismael sobre por qué nadie lee las etiquetas.",
    "Tu publicación sobre el texto de Ismael Corbera me llevó a las etiquetas.",
    "El artículo de Aida Louro sobre ordeño nocturno, qué bueno.",
    "Vi tu publicación sobre el artículo de Aida sobre ordeño nocturno.",
    "Tu post sobre la inspección sanitaria y el turno de noche me gustó.",
    "Tu texto sobre los envases retornables me hizo pensar.",
    "Tu historia en tres botellas, vidrio, plástico y otra vez vidrio, es de libro.",
    "La frase de Ottilie sobre el cheese shortage me la quedo.",
]
WRONG = [
    "Tu texto sobre por qué nadie lee las etiquetas es una joya.",
    "Leí tu artículo sobre ordeño nocturno en la revista del sector.",
    "Me gustó tu reflexión sobre por qué nadie lee las etiquetas.",
    "Tu artículo sobre ordeño nocturno me abrió los ojos.",
    "Tu frase de que no hay cheese shortage sino Friday shortage es buenísima.",
]


@pytest.mark.parametrize("sentence", TRUE)
def test_a_text_of_their_own_or_given_to_its_author_passes(sentence: str) -> None:
    answer = check("grounding", f"Hola, Nuria: {sentence}", context(PROFILE, register="tu"))
    assert answer.verdict is not BLOCK, answer.detail


@pytest.mark.parametrize("sentence", WRONG)
def test_a_text_that_somebody_else_wrote_is_not_the_readers(sentence: str) -> None:
    assert check("grounding", f"Hola, Nuria: {sentence}", context(PROFILE, register="tu")).verdict is BLOCK
