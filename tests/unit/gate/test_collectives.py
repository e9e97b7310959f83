"""An indefinite "team of N" is a claim where the sentence makes it the person's, and a remark on anybody elsewhere."""

import pytest

from tests.unit.gate.drafts import BLOCK, PASS, PROFILE, context, marked, verdict

_PROFILE = {**PROFILE, "about": "Llevo la expedición de 18 camiones diarios y un equipo de 27 personas."}


@pytest.mark.parametrize(
    ("text", "language", "register"),
    [
        ("Dirige un equipo de 72 personas.", "es", "usted"),
        ("Diriges un equipo de 72 personas.", "es", "tu"),
        ("Con un equipo de 72 personas, usted sabe lo que cuesta cerrar el mes.", "es", "usted"),
        ("Con un equipo de 72 personas, ¿cómo repartes los turnos?", "es", "tu"),
        ("Con un equipo de 72 personas, los retrasos se notan.", "es", "tu"),
        ("You lead a team of 72 people.", "en", None),
        ("With a team of 72 people, you know what a late close costs.", "en", None),
    ],
)
def test_a_team_that_the_sentence_gives_to_the_person_is_held_against_theirs(
    text: str, language: str, register: str | None
) -> None:
    within = context(_PROFILE, language=language, register=register)
    assert verdict("grounding", text, within) is BLOCK
    assert marked("grounding", text, within) == ["72"]
    assert verdict("grounding", text.replace("72", "27"), within) is PASS


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Un equipo de 72 personas nota los retrasos.", "es"),
        ("Cuando dirige un equipo de 72 personas, todo se nota.", "es"),
        ("Quien dirige un equipo de 72 personas lo sabe.", "es"),
        ("A team of 72 people notices delays.", "en"),
        ("You may know how a team of 72 people handles this.", "en"),
    ],
)
def test_a_team_of_anybody_claims_nothing(text: str, language: str) -> None:
    assert verdict("grounding", text, context(_PROFILE, language=language)) is PASS
