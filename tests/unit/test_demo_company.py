"""The demo company: marked as fictional, and with something true to say to every role."""

import pytest

from shared.domain.role import Role
from shared.prompts.demo_company import demo_company
from shared.prompts.roles import default_roles

each_role = pytest.mark.parametrize("role", demo_company().roles, ids=lambda role: role.key)


def test_the_company_is_marked_as_a_demo_in_its_settings_and_its_name() -> None:
    settings = demo_company().settings
    assert settings.demo
    assert "demo" in settings.name
    assert settings.sender is not None


def test_its_links_lead_to_a_domain_that_cannot_exist() -> None:
    assert demo_company().settings.allowed_links
    assert all(link.endswith(".example") for link in demo_company().settings.allowed_links)


def test_it_has_proof_points_for_both_languages() -> None:
    assert len(demo_company().settings.proof_points) >= 6


def test_its_default_role_is_one_of_its_roles() -> None:
    assert demo_company().settings.default_role in {role.key for role in demo_company().roles}


@each_role
def test_every_role_has_a_value_proposition_and_proof_in_both_languages(role: Role) -> None:
    assert role.value_proposition is not None
    assert role.value_proposition.en.startswith("We ")
    assert len(role.proof_points) >= 2


def test_what_the_demo_says_of_itself_does_not_leak_into_the_default_pack() -> None:
    demo_company()
    assert all(role.value_proposition is None and not role.proof_points for role in default_roles())
