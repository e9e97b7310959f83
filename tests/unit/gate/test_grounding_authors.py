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

PASSED_ON: dict[str, Any] = {
    "full_name": "Nuria Salgado Pinto",
    "title": "Directora de Calidad",
    "company": "Lácteos Peñamoura, S.A.",
    "about": "Compro vidrio, corcho y cartón. Antes, laboratorio.",
    "posts": [
        "Comparto el artículo de mi compañera Aida Louro sobre el ordeño nocturno. De lectura obligada.",
        "Nuestra CEO, Ilda Cendán, explica en su boletín por qué no vendemos leche fresca.",
        "Felicito a nuestro jefe de planta, Ismael Corbera, por su charla en el Foro Lácteo de Lugo.",
        "My colleague Otto Brandt has written the best thing I have read on cheese labels.",
        "Our controller, Mei Tan, wrote up how we closed the silos in March.",
        "Loved Vikram Sethi's thread on cold chains.",
        "La caducidad de los yogures no la decide el calendario, la decide la nevera.",
    ],
}
GIVEN_TO_THEIR_AUTHORS = [
    "Gracias por compartir el artículo de Aida Louro sobre el ordeño nocturno.",
    "Leí el artículo sobre el ordeño nocturno que compartiste.",
    "El boletín de Ilda Cendán sobre la leche fresca me convenció.",
    "Tu CEO explica en su boletín por qué no vendéis leche fresca, y me convenció.",
    "Vi que felicitaste a Ismael Corbera por su charla en el Foro Lácteo de Lugo.",
    "Lo que escribiste sobre la caducidad de los yogures y la nevera me hizo pensar.",
    "Le pasé tu publicación sobre la caducidad de los yogures a un colega.",
    "¿Has escrito alguna vez sobre el vidrio?",
    "Lo de los yogures escrito a mano me pareció muy sensato.",
    "He publicado un artículo sobre la leche cruda y me faltaba un caso como el tuyo.",
]
TAKEN_FOR_THEIRS = [
    "Tu artículo sobre el ordeño nocturno me abrió los ojos.",
    "Lo que escribiste sobre el ordeño nocturno es certero.",
    "Qué bien explicas por qué no vendéis leche fresca en tu boletín.",
    "Tu boletín es de lo mejor que leo cada mes.",
    "La nota que escribiste sobre las etiquetas de los quesos la leyó medio equipo.",
    "Leí tu hilo sobre las cadenas de frío y tomé notas.",
    "Muy bueno lo que publicaste la semana pasada sobre inteligencia artificial.",
    "Leí tu publicación sobre el corcho sintético.",
    "Vi que compartiste un análisis de la reforma tributaria.",
    "La guía que hiciste sobre el ordeño nocturno la leyó medio equipo.",
    "El artículo de tu compañera sobre la caducidad de los yogures y la nevera me gustó.",
]


@pytest.mark.parametrize("sentence", GIVEN_TO_THEIR_AUTHORS)
def test_what_they_passed_on_may_be_told_as_passed_on(sentence: str) -> None:
    answer = check("grounding", f"Hola, Nuria: {sentence}", context(PASSED_ON, register="tu"))
    assert answer.verdict is not BLOCK, answer.detail


@pytest.mark.parametrize("sentence", TAKEN_FOR_THEIRS)
def test_a_text_given_to_the_wrong_author_is_held_back(sentence: str) -> None:
    assert check("grounding", f"Hola, Nuria: {sentence}", context(PASSED_ON, register="tu")).verdict is BLOCK


@pytest.mark.parametrize("sentence", TRUE)
def test_a_text_of_their_own_or_given_to_its_author_passes(sentence: str) -> None:
    answer = check("grounding", f"Hola, Nuria: {sentence}", context(PROFILE, register="tu"))
    assert answer.verdict is not BLOCK, answer.detail


@pytest.mark.parametrize("sentence", WRONG)
def test_a_text_that_somebody_else_wrote_is_not_the_readers(sentence: str) -> None:
    assert check("grounding", f"Hola, Nuria: {sentence}", context(PROFILE, register="tu")).verdict is BLOCK


TOLD_OF_OTHERS: dict[str, Any] = {
    "full_name": "Nuria Salgado Pinto",
    "title": "Directora de Calidad",
    "company": "Lácteos Peñamoura, S.A.",
    "posts": [
        "Muy de acuerdo con lo que publica Mauro Quiñoa sobre las ventanas horarias de las plataformas.",
        "¿Ya leísteis a mi jefe, Emilio Larrabe, sobre el precio del forraje? Duro y necesario.",
        "Qué bien explicado lo del tipo de cambio por parte de Irene Olazar, nuestra CFO, en la revista.",
        "Un aplauso para mi colega Iván Prado, que habló ayer de salarios abiertos en la cumbre lechera.",
        "Proud of our dispatcher Lupe Arana, whose essay on night shifts ran in a trade monthly.",
        "Shoutout to Tobias Renn on my team for his write-up on feature flags.",
        "Gracias a la radio por invitarme a contar la historia de los dos telares junto a Rosa Mel.",
    ],
}
OF_THEIR_OWN = [
    "Escuché su historia de los dos telares en la radio.",
    "Lo que escribió Mauro Quiñoa sobre las ventanas horarias, que usted compartió, me pareció claro.",
    "Llegué a usted por Emilio Larrabe y su texto sobre el precio del forraje.",
]
OF_OTHERS = [
    "Su texto sobre las ventanas horarias de las plataformas me pareció claro.",
    "Lo que escribió usted sobre el precio del forraje lo mandé a mi oficina.",
    "Su artículo sobre el tipo de cambio me lo pasaron dos clientes.",
    "Su charla sobre salarios abiertos en la cumbre fue de lo mejor.",
    "Su ensayo sobre los turnos de noche me pareció excelente.",
    "Su nota sobre los feature flags la leímos todos.",
]


class TestWhoElseIsToldOf:
    @pytest.mark.parametrize("sentence", OF_THEIR_OWN)
    def test_their_own_words_stay_theirs(self, sentence: str) -> None:
        answer = check("grounding", f"Hola, Nuria: {sentence}", context(TOLD_OF_OTHERS))
        assert answer.verdict is not BLOCK, answer.detail

    @pytest.mark.parametrize("sentence", OF_OTHERS)
    def test_what_a_post_says_that_others_wrote_is_not_the_readers(self, sentence: str) -> None:
        assert check("grounding", f"Hola, Nuria: {sentence}", context(TOLD_OF_OTHERS)).verdict is BLOCK
