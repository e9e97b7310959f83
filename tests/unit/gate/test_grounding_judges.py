"""Each judge of grounding: a sentence that it must hold back, and the nearest true one that it must let pass."""

from typing import Any

import pytest

from tests.unit.gate.drafts import BLOCK, PASS, check, context, marked, verdict

_PERSON: dict[str, Any] = {
    "full_name": "Nerea Alzola Pujana",
    "title": "Jefa de Mantenimiento",
    "company": "Papelera Urbasa, S.Coop.",
    "location": "Tolosa, Gipuzkoa",
    "about": (
        "Tengo 31 técnicos y 2 máquinas. Una parada cuesta 7.400 euros la hora. El 22 % de las averías son de bombas."
        " Bajamos el consumo un 17 %. Hablo inglés y francés. Abrimos un taller en Andoain en 2023."
    ),
    "posts": [
        "Pedimos al turno de noche que dibujara la avería. Desde entonces nadie discute.",
        "Comparto lo que escribió Ander Goñi: el sensor no jubila al oído.",
    ],
    "skills": ["SAP PM"],
    "experience": [
        {"title": "Jefa de Mantenimiento", "company": "Papelera Urbasa, S.Coop.", "start": "2016-11"},
        {"title": "Técnica de Fiabilidad", "company": "Laminados Ibarra", "start": "2009", "end": "2016-10"},
    ],
    "education": [{"school": "Mondragon Unibertsitatea", "degree": "Ingeniería Mecánica", "end": "2008"}],
    "custom": {"feria": "Nos saludamos en la feria BIEMH de Barakaldo"},
}
_POINTS = ("Una papelera de Navarra evitó 5 paradas en un año", "Escuchamos 900 motores", "Se monta en 2 días")


def _within() -> Any:
    return context(_PERSON, register="tu", proof_points=_POINTS)


@pytest.mark.parametrize(
    ("judge", "wrong", "said", "right"),
    [
        ("a number", "Con 13 técnicos, ¿quién va de noche?", "13", "Con 31 técnicos, ¿quién va de noche?"),
        ("a number in an if", "Si el 32 % de las averías son de bombas, hablamos.", "32 %", None),
        (
            "a share in words",
            "Casi la mitad de tus averías son de bombas.",
            "la mitad",
            "Más de la quinta parte de tus averías son de bombas.",
        ),
        (
            "an amount",
            "Una parada te cuesta 4.700 euros la hora.",
            "4.700 euros",
            "Una parada te cuesta 7.400 € la hora.",
        ),
        ("a currency", "Una parada te cuesta 7.400 dólares la hora.", "7.400 dólares", None),
        (
            "a product",
            "Tres paradas de una hora son 29.600 euros.",
            "29.600 euros",
            "Dos horas de parada son 14.800 euros.",
        ),
        ("a length of time", "Llevas quince años en Urbasa.", "quince", "Llevas diez años en Urbasa."),
        (
            "years left out",
            "Llevas diez años en Urbasa, y veinte en Laminados Ibarra.",
            "veinte",
            "Llevas diez años en Urbasa, y casi ocho en Laminados Ibarra.",
        ),
        (
            "a date",
            "Desde marzo de 2014 llevas el mantenimiento.",
            "marzo de 2014",
            "Desde noviembre de 2016 llevas el mantenimiento.",
        ),
        (
            "a title",
            "Como directora financiera ves el gasto.",
            "directora financiera",
            "Como jefa de mantenimiento ves el gasto.",
        ),
        (
            "a title at a company",
            "Como técnica de fiabilidad de Urbasa ves todo.",
            "técnica de fiabilidad",
            "Como técnica de fiabilidad en Laminados Ibarra viste de todo.",
        ),
        ("a branch", "Eres ingeniera química y se nota.", "ingeniera", "Eres ingeniera mecánica y se nota."),
        ("a technology", "Con tu Maximo verás las órdenes.", "Maximo", "Con tu SAP PM verás las órdenes."),
        (
            "a former employer",
            "¿Quién engrasa hoy tus bombas en Laminados Ibarra?",
            "Laminados Ibarra",
            "¿Quién engrasa hoy tus bombas en Urbasa?",
        ),
        (
            "a figure elsewhere",
            "Son 31 técnicos en Laminados Ibarra.",
            "Laminados Ibarra",
            "Son 31 técnicos en Urbasa.",
        ),
        (
            "a figure of ours",
            "Ya evitasteis 5 paradas en Urbasa.",
            "5",
            "Una papelera de Navarra evitó 5 paradas en un año.",
        ),
        ("a direction", "El consumo subió un 17 %.", "17 %", "El consumo bajó un 17 %."),
        ("a language", "Hablas inglés y alemán.", "alemán", "Hablas inglés y francés."),
        ("an award", "Enhorabuena por el premio de la Cámara.", "premio", None),
        ("a round", "Felicidades por la ronda de financiación.", "ronda", None),
        (
            "an opening",
            "He visto que habéis abierto un taller en Irun.",
            "Irun",
            "He visto que habéis abierto un taller en Andoain.",
        ),
        ("a contact", "Hablamos hace un mes por teléfono.", "Hablamos hace", "Nos saludamos en la feria de Barakaldo."),
        ("a colleague", "Tu compañero Iker me dio tu nombre.", "Tu compañero Iker me dio", None),
        (
            "a post",
            "Leí tu publicación sobre la subida de la luz.",
            "subida de la luz",
            "Leí tu publicación sobre el turno de noche y la avería.",
        ),
        (
            "a post of another",
            "Leí tu publicación sobre el sensor que no jubila al oído.",
            "sensor",
            "Leí lo que compartiste sobre el sensor que no jubila al oído.",
        ),
        ("a boast", "Somos los únicos que lo hacen.", "únicos", "Somos de los que escuchan motores."),
        ("our time", "El equipo se monta en dos semanas.", "dos", "El equipo se monta en dos días."),
    ],
)
def test_the_wrong_sentence_is_held_back_and_the_true_one_passes(
    judge: str, wrong: str, said: str, right: str | None
) -> None:
    assert verdict("grounding", wrong, _within()) is BLOCK, judge
    assert any(said in words or words in said for words in marked("grounding", wrong, _within())), judge
    assert right is None or verdict("grounding", right, _within()) is PASS, judge


def test_each_finding_says_in_both_languages_what_is_unproven() -> None:
    told = check("grounding", "Con 13 técnicos, ¿quién va de noche?", _within()).detail
    assert "13 técnicos" in told.es
    assert "31" in told.es
    assert "13 técnicos" in told.en


@pytest.mark.parametrize(
    "text",
    [
        "¿Te vienen bien quince minutos el jueves?",
        "Empezamos con diez de tus bombas.",
        "Si tuvieras 200 bombas, tardarías más.",
        "Muchas plantas ganan premios y abren talleres.",
    ],
)
def test_offers_suppositions_and_remarks_on_anybody_claim_nothing(text: str) -> None:
    assert verdict("grounding", text, _within()) is PASS
