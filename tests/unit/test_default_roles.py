import re

import pytest

from shared.domain.role import Role
from shared.domain.text import utf16_length, without_accents
from shared.prompts.roles import default_roles

COMMITTEE = {
    "general_management",
    "sales",
    "marketing",
    "operations",
    "human_resources",
    "technology",
    "finance",
    "procurement",
}
SECOND_PERSON = re.compile(
    r"\b(?:tú|tu|tus|te|ti|contigo|usted|ustedes|su|sus|le|les|vos|vuestr[oa]s?|os|you|your)\b", re.IGNORECASE
)

each_role = pytest.mark.parametrize("role", default_roles(), ids=lambda role: role.key)


def test_the_pack_seats_a_buying_committee() -> None:
    assert {role.key for role in default_roles()} >= COMMITTEE


def test_the_pack_is_read_once() -> None:
    assert default_roles() is default_roles()


def test_no_title_pattern_belongs_to_two_roles() -> None:
    owners: dict[str, str] = {}
    for role in default_roles():
        for pattern in role.title_patterns:
            assert owners.setdefault(without_accents(pattern), role.key) == role.key, pattern


@each_role
def test_a_real_workspace_starts_without_anything_to_claim(role: Role) -> None:
    assert role.value_proposition is None
    assert role.proof_points == []


@each_role
def test_each_role_brings_pains_in_both_languages_and_one_short_enough_for_a_note(role: Role) -> None:
    for pains in (role.pains.es, role.pains.en):
        assert len(pains) >= 4
        assert min(map(utf16_length, pains)) <= 60
        assert max(map(utf16_length, pains)) <= 80


@each_role
def test_pains_speak_of_the_role_and_not_to_the_person(role: Role) -> None:
    for pain in [*role.pains.es, *role.pains.en]:
        assert not SECOND_PERSON.search(pain), pain


@each_role
def test_pains_are_clauses_without_a_full_stop_a_question_or_a_figure(role: Role) -> None:
    for pain in [*role.pains.es, *role.pains.en]:
        assert pain[0].isupper()
        assert not re.search(r"[.?!¿¡:\d]", pain), pain


@each_role
def test_the_call_to_action_is_one_small_thing_in_any_register(role: Role) -> None:
    assert role.call_to_action.es.startswith(("una ", "un "))
    assert role.call_to_action.en.startswith(("a ", "an "))
    assert not SECOND_PERSON.search(role.call_to_action.es)


@each_role
def test_each_role_has_a_name_a_tone_and_patterns_in_both_languages(role: Role) -> None:
    assert role.names.es
    assert role.names.en
    assert role.tone
    assert 30 <= len(role.title_patterns) <= 200
