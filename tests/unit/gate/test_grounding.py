"""Grounding finds claims by itself: what follows from the facts passes, what contradicts or exceeds them blocks."""

import pytest

from shared.domain.message import ClaimVerdict
from tests.unit.gate.drafts import BLOCK, PASS, PROFILE, check, context, examined, marked, sliced, verdict

TRUE = [
    "Leí su publicación sobre los cuellos de botella y el cross-docking.",
    "Dirige usted veintisiete almacenes desde Bilbao.",
    "Más de veinte almacenes, y usted al frente de las operaciones de Logística Norte.",
    "Lleva usted más de siete años en Logística Norte.",
    "Desde marzo de 2019 dirige las operaciones de Logística Norte.",
    "Antes pasó usted por Frutas del Ebro como jefa de almacén.",
    "Como COO de Logística Norte, sabrá de plazos.",
    "La logística vizcaína y la vasca tienen fama.",
    "Ingeniera por Deusto, como usted, hay pocas.",
    "Escribió que «casi nunca está donde miras».",
    "Redujo las incidencias un 12 % en 2024.",
    "Nosotros redujimos un 18 % los plazos de catorce operadores.",
    "Otras empresas nos cuentan que pierden 3 horas al día.",
    "Si tuviera 40 almacenes, ¿qué cambiaría?",
    "¿Le van bien 15 minutos el jueves a las 10?",
    "Pasaron de dos a cinco turnos.",
    "Le propongo mirar veinte de sus pedidos.",
    "Nos veremos en la Feria Logis 2026.",
    "Le llamo el martes 24, o la semana del 7 de diciembre, pasadas las Fiestas y el Año Nuevo.",
    "Ojo con los KPIs y las VMs; en Viernes Santo nadie los mira.",
    "Ventas pide y Compras paga; Recursos Humanos mira.",
    "1) Medir. 2) Repetir. 3) Contarlo.",
    "Pocos lo llaman «cuello de plástico», y con razón.",
    "Descríbamelo a las nueve en punto.",
    "Saludos desde Gijón.",
    "Entran dos almacenes a la vez en la conversación, y usted dirige veintisiete almacenes.",
    "Dos ideas:\n1. Medir.\n2. Repetir.",
]

FALSE = [
    ("Vi que dirigen 28 almacenes.", "28"),
    ("Sus 25 almacenes dan trabajo.", "25"),
    ("Leí su publicación sobre el teletrabajo y la conciliación.", "teletrabajo y la conciliación"),
    ("Lleva usted cinco años en Logística Norte.", "cinco"),
    ("Desde mayo de 2017 está en Logística Norte.", "mayo de 2017"),
    ("En Frutas del Ebro lleva usted las operaciones.", "Frutas del Ebro"),
    ("Como directora financiera, sabrá de plazos.", "directora financiera"),
    ("Usted escribió «casi siempre está donde miras».", "«casi siempre está donde miras»"),
    ("Redujo las incidencias un 21 % en 2024.", "21 %"),
    ("Redujo usted un 18 % los plazos de entrega.", "18 %"),
    ("Nosotros redujimos un 81 % los plazos.", "81 %"),
    ("Trabaja usted con Manhattan Active a diario.", "Manhattan Active"),
    ("Desde Zaragoza lo verá usted de otra manera.", "Zaragoza"),
    ("Enhorabuena por el premio a la innovación.", "premio"),
    ("En Logística Sur hacen lo mismo que usted.", "Logística Sur"),
]


@pytest.mark.parametrize("sentence", TRUE)
def test_what_follows_from_the_facts_or_claims_nothing_passes(sentence: str) -> None:
    answer = check("grounding", f"Hola, Lucía: {sentence}")
    assert answer.verdict is PASS, answer.detail


@pytest.mark.parametrize(("sentence", "wrong"), FALSE)
def test_what_the_facts_do_not_hold_is_blocked_where_it_stands(sentence: str, wrong: str) -> None:
    body = f"Hola, Lucía: {sentence}"
    assert verdict("grounding", body) is BLOCK
    assert wrong in marked("grounding", body)


def test_the_reason_names_both_figures_in_both_languages() -> None:
    detail = check("grounding", "Hola, Lucía: sus 25 almacenes dan trabajo.").detail
    assert detail.es == "Dice «25 almacenes»; su perfil dice «27 almacenes»."
    assert detail.en == "It says “25 almacenes”; the profile says “27 almacenes”."


def test_the_reason_says_whose_the_other_figure_is() -> None:
    proofs = ("Una cadena de 46 ferreterías bajó un 22 % los pedidos urgentes",)
    detail = check(
        "grounding", "Hola, Lucía: nuestra cadena de 61 ferreterías lo usa.", context(proof_points=proofs)
    ).detail
    assert detail.es == "Dice «61 ferreterías»; nuestra prueba dice «46 ferreterías bajó»."


def test_a_change_is_not_turned_round_if_any_fact_has_it_as_it_is_said() -> None:
    person = PROFILE | {"posts": ["Subió el aceite un 22 % y nadie avisó."]}
    proofs = ("Una cadena de 46 ferreterías redujo un 22 % los pedidos urgentes",)
    known = context(person, proof_points=proofs)
    assert check("grounding", f"Hola, Lucía: {proofs[0].lower()}.", known).verdict is PASS
    alone = context(person)
    assert check("grounding", "Hola, Lucía: el aceite bajó un 22 % y nadie avisó.", alone).verdict is BLOCK


def test_what_we_say_we_know_is_held_against_the_facts() -> None:
    assert verdict("grounding", "Hola, Lucía: sé que acaban de cerrar una ronda de financiación.") is BLOCK


def test_a_former_employer_as_the_present_one_names_the_fact_that_contradicts_it() -> None:
    body = "Hola, Lucía: en Frutas del Ebro lleva usted las operaciones."
    claim = next(claim for claim in examined(body).claims if claim.text == "Frutas del Ebro")
    fields = {fact.id: fact.field for fact in context().facts}
    assert claim.verdict is ClaimVerdict.CONTRADICTED
    assert "experience[1].company" in {fields[id_] for id_ in claim.facts}


def test_spans_count_utf16_behind_emoji_and_combining_accents() -> None:
    body = "🙂👩‍🚀 x̂ Hola, Lucía: vi que dirigen 28 almacenes desde Zaragoza."
    assert marked("grounding", body) == ["28", "Zaragoza"]
    assert all(sliced(body, claim) == claim.text for claim in examined(body).claims)  # type: ignore[arg-type]


def test_somebody_of_whom_nothing_is_known_may_be_written_to() -> None:
    nobody = context({"full_name": "Ana Ruiz"})
    assert verdict("grounding", "Hola, Ana: ¿cómo deciden los turnos de la semana?", nobody) is PASS


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("You run operations at Logística Norte from Bilbao.", PASS),
        ("Your post on bottlenecks and cross-docking stayed with me.", PASS),
        ("Over seven years at Logística Norte teach patience.", PASS),
        ("Your post on remote work stayed with me.", BLOCK),
        ("You manage 72 warehouses from Bilbao.", BLOCK),
        ("As Chief Financial Officer you will know.", BLOCK),
    ],
)
def test_english_is_held_against_spanish_facts(english: str, expected: object) -> None:
    assert verdict("grounding", f"Hi Lucía, {english[0].lower() + english[1:]}", context(language="en")) is expected
