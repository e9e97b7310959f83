"""The lock names what is installed by version and digest, and nothing of where it was made."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from scripts.deployed import FUNCTIONS, ROOT
from scripts.lock_requirements import outputs

LOCKS = sorted(outputs().values())
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)( ; (?P<marker>[^\\]+))? \\$", re.MULTILINE)


def pins(lock: Path) -> dict[str, str]:
    return {pin["name"]: pin["version"] for pin in PIN.finditer((ROOT / lock).read_text())}


def group(name: str) -> set[str]:
    """Names of the libraries that a dependency group asks for, those of the groups that it includes among them."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    asked: set[str] = set()
    for entry in groups[name]:
        asked |= group(entry["include-group"]) if isinstance(entry, dict) else {Requirement(entry).name}
    return asked


@pytest.mark.parametrize("lock", LOCKS, ids=str)
def test_every_line_is_a_pin_a_digest_or_a_comment(lock: Path) -> None:
    allowed = re.compile(rf"{PIN.pattern}|^    --hash=sha256:[0-9a-f]{{64}}( \\)?$|^\s*#")

    assert [line for line in (ROOT / lock).read_text().splitlines() if not allowed.search(line)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=str)
def test_a_lock_names_no_address_and_no_path_of_a_machine(lock: Path) -> None:
    assert re.findall(r"https?:|file:|(?<![\w.])/[\w.]+/", (ROOT / lock).read_text()) == []


@pytest.mark.parametrize("lock", LOCKS, ids=str)
def test_every_pin_has_a_digest(lock: Path) -> None:
    text = (ROOT / lock).read_text()

    assert pins(lock)
    assert re.findall(r"\\\n(?!    --hash=sha256:)", text) == []


@pytest.mark.parametrize("name", ["run", *FUNCTIONS])
def test_what_is_deployed_has_the_versions_that_are_tested(name: str) -> None:
    deployed = pins(outputs()[name])

    assert deployed.items() <= pins(outputs()["dev"]).items()
    assert group(name) <= deployed.keys()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_tool_is_deployed(name: str) -> None:
    tools = (group("test") | group("lint") | group("local")) - group(name)

    assert tools & pins(outputs()[name]).keys() == set()
