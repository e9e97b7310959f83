"""Figures that no fact states and that are true all the same, or of nobody whom the facts know."""

import pytest

from tests.unit.gate.drafts import BLOCK, PASS, PROFILE, context, marked, verdict

_FACTORIES = {
    **PROFILE,
    "about": (
        "Dirijo 3 fábricas y 420 personas. En 2024 las mermas bajaron del 9,1 % al 4 %. Son 18.000 toneladas al año."
        " Usamos 38 líneas; hoy vamos en 12."
    ),
    "posts": ["La segunda línea nos llevó 14 semanas en permisos y 6 en obra.", "Cerramos en 5 días. Antes eran 11."],
}


@pytest.mark.parametrize(
    "text",
    [
        "Con 140 personas por fábrica, ¿quién avisa?",
        "De un 9 % a un 4 % de mermas en 2024.",
        "Pasaron de 9 a 4 puntos de mermas.",
        "Veinte semanas entre permisos y obra son muchas.",
        "De 11 días de cierre a 5: seis días menos.",
        "Las 26 líneas que faltan (38 menos las 12 de hoy) darán trabajo.",
        "Son unas 1.500 toneladas al mes.",
        "Mil quinientas toneladas al mes, casi 350 a la semana.",
    ],
)
def test_what_follows_from_stated_figures_is_true(text: str) -> None:
    assert verdict("grounding", text, context(_FACTORIES)) is PASS


@pytest.mark.parametrize(
    "text",
    [
        "Muchas fábricas con 200 o 300 personas apuntan en papel.",
        "Según la patronal, una línea para el 12 % del tiempo.",
        "En empresas de su tamaño, de 300 a 500 personas, se apunta en papel.",
        "A casi todos los talleres les faltan 10 personas.",
        "¿Le encajan diez minutos el lunes 30, a las 10:00 o a las 12:30?",
        "En los próximos 90 días, ¿qué quiere mejorar?",
    ],
)
def test_what_is_of_nobody_known_is_no_claim(text: str) -> None:
    assert verdict("grounding", text, context(_FACTORIES)) is PASS


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Con 150 personas por fábrica, ¿quién avisa?", "150"),
        ("De un 9 % a un 5 % de mermas en 2024.", "5 %"),
        ("Treinta semanas entre permisos y obra son muchas.", "Treinta"),
        ("Sus 300 personas apuntan en papel, como muchas fábricas.", "300"),
        ("Son unas 1.900 toneladas al mes.", "1.900"),
    ],
)
def test_what_does_not_follow_is_held_against_the_facts(text: str, wrong: str) -> None:
    within = context(_FACTORIES)
    assert verdict("grounding", text, within) is BLOCK
    assert wrong in marked("grounding", text, within)


@pytest.mark.parametrize(
    "text",
    [
        "Del 9,1 % al 4 % son un 56 % menos.",
        "Un técnico le dice «esto suena raro desde el jueves»; otro, que no.",
        "Respetada directora:\n\nEntiendo que 420 personas dan trabajo.",
    ],
)
def test_changes_parts_and_examples_are_no_inventions(text: str) -> None:
    allowed = {**_FACTORIES, "about": _FACTORIES["about"] + " Tenemos 41 líneas."}
    assert verdict("grounding", text, context(allowed)) is PASS
    assert verdict("addressee", text, context(allowed)) is PASS


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Como jefa de almacén de Logística Norte, usted sabe de colas.", "jefa de almacén"),
        ("Su frase de que nadie mira el reloj si el muelle arde es muy buena.", "nadie mira"),
        ("Mantener «Brújula» en pie le da trabajo.", "Brújula"),
        ("Su posteo sobre los influencers que piden canje me gustó.", "influencers"),
    ],
)
def test_what_is_theirs_no_longer_or_never_was_blocks(text: str, wrong: str) -> None:
    shared = {**_FACTORIES, "posts": ["Comparto lo de Carmen Vela: nadie mira el reloj si el muelle arde."]}
    within = context(shared)
    assert verdict("grounding", text, within) is BLOCK
    assert any(wrong in words for words in marked("grounding", text, within))


def test_a_part_whose_share_its_fact_gives_is_true() -> None:
    profile = {**PROFILE, "about": "I lead 46 agents. We answer 31,000 tickets a month, 62% of them in chat."}
    within = context(profile, language="en")
    assert verdict("grounding", "Hi Lucía, 11,780 tickets a month outside chat, with 46 people.", within) is PASS
    assert verdict("grounding", "Hi Lucía, 12,900 tickets a month outside chat.", within) is BLOCK


def test_a_name_that_only_greets_does_not_make_our_customers_town_theirs() -> None:
    within = context(language="en", proof_points=("A provider in Leeds cut calls by 28%",))
    assert verdict("grounding", "Hi Lucía, in Leeds calls fell by more than a quarter.", within) is PASS
    assert verdict("grounding", "Hi Lucía, your callers in Leeds must be patient.", within) is BLOCK


@pytest.mark.parametrize(
    "text",
    [
        "La UCI, Urgencias y Quirófano son lo que más cuesta.",
        "Según el INEX, faltan manos.",
        "NPQS y FCRT se miran juntos.",
    ],
)
def test_an_acronym_that_a_general_clause_is_about_is_no_claim(text: str) -> None:
    assert verdict("grounding", text, context(_FACTORIES)) is not BLOCK


@pytest.mark.parametrize("text", ["Usted usa NPQS.", "Su gente en INEX sabe de colas.", "Con FCRT, ¿le va bien?"])
def test_an_acronym_that_is_given_to_the_reader_blocks(text: str) -> None:
    assert verdict("grounding", text, context(_FACTORIES)) is BLOCK
