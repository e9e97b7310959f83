"""Rules that hold for all of Terraform's files, whatever they come to say."""

import re

from tests.infra.terraform_files import TERRAFORM, blocks, configuration


def places(pattern: str) -> dict[str, int]:
    """How often the pattern is in each file that has it."""
    found = {
        str(path.relative_to(TERRAFORM)): len(re.findall(f"(?m){pattern}", text))
        for path, text in configuration().items()
    }
    return {name: count for name, count in found.items() if count}


def test_everybody_is_let_in_by_public_functions_and_to_the_page_s_files_and_nowhere_else() -> None:
    assert places(r"allUsers|allAuthenticatedUsers") == {"modules/edge/web.tf": 1, "modules/function/callers.tf": 1}
    assert places(r"= var\.public \? \[\"allUsers\"\] : values\(var\.callers\)$") == {"modules/function/callers.tf": 1}


def test_no_secret_has_its_value_in_terraform() -> None:
    assert places(r"google_secret_manager_secret_version|secret_data") == {}


def test_nobody_is_granted_a_basic_role() -> None:
    assert places(r"^\s*\w+\s*=\s*\"roles/(owner|editor|viewer)\"") == {}


def test_no_account_has_a_key() -> None:
    assert places(r"google_service_account_key") == {}


def test_only_documents_that_end_by_themselves_and_buckets_without_data_can_be_destroyed_in_passing() -> None:
    # A queue's, a role's and a pool's name cannot be used again for days; the state is the only copy of itself.
    protected = places(r'deletion_policy\s+= (?:var\.delete_protection \? )?"PREVENT"')
    assert protected == {"bootstrap/github.tf": 2, "bootstrap/state.tf": 1, "modules/edge/address.tf": 1} | {
        "modules/outreach/model.tf": 1,
        "modules/queues/queues.tf": 1,
    }


def test_nothing_is_called_this() -> None:
    assert places(r"^(resource|data|module) .*\"this\"") == {}


def test_where_data_lies_is_never_chosen_by_a_default() -> None:
    locations = blocks("variable", r"\w*location")
    assert len(locations) > 4
    assert not [block for block in locations if "default" in block]


def test_variables_and_outputs_say_what_they_are_and_no_variable_is_null() -> None:
    assert len(blocks("variable|output")) > 50
    assert not [block for block in blocks("variable|output") if "  description = " not in block]
    assert not [block for block in blocks("variable") if "  nullable " not in block]


def test_variables_and_outputs_are_sorted() -> None:
    for path, text in configuration().items():
        names = re.findall(r'(?m)^(?:variable|output) "(\w+)" \{', text)
        assert names == sorted(names), path


def test_every_module_with_resources_asks_for_the_provider_that_the_checks_have() -> None:
    asked = places(r'source  = "hashicorp/google"\n\s+version = "~> 8\.0"')
    assert asked == places("required_providers")
    assert {name.rpartition("/")[0] for name in places('^resource "google_')} <= {
        name.rpartition("/")[0] for name in asked
    }
