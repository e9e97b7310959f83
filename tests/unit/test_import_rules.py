"""Each contract of .importlinter fails when an import that it forbids is planted in a copy of the tree."""

import configparser
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

PLANTS = [
    ("layers", "shared/domain", "shared.services"),
    ("layers", "shared/ports.py", "shared.repositories"),
    ("layers", "shared/services", "shared.adapters.embedded"),
    ("layers", "shared/newcomer", "shared.domain"),
    ("nothing-below-knows-the-programs", "shared/services", "cli"),
    ("nothing-below-knows-the-programs", "shared/bootstrap", "functions.generate"),
    ("functions-are-apart", "functions/generate", "functions.history"),
    ("adapters-are-apart", "shared/adapters/embedded", "shared.adapters.google"),
    ("who-imports-bootstrap", "shared/api", "shared.bootstrap"),
    ("who-imports-config", "functions/generate", "shared.config"),
    ("who-imports-config", "shared/services", "shared.config"),
    ("who-imports-adapters", "functions/accounts", "shared.adapters.embedded"),
    ("who-imports-adapters", "cli", "shared.adapters.google"),
    ("who-imports-adapters", "shared/api", "shared.adapters.system"),
    ("who-imports-api", "cli", "shared.api"),
    ("who-imports-api", "shared/adapters/embedded", "shared.api"),
    ("who-imports-services", "shared/adapters/google", "shared.services"),
    ("who-imports-services", "shared/repositories", "shared.services"),
    ("who-imports-repositories", "functions/history", "shared.repositories"),
    ("who-imports-repositories", "shared/api", "shared.repositories"),
    ("who-imports-repositories", "shared/adapters/embedded", "shared.repositories"),
    ("who-imports-gate", "functions/generate", "shared.gate"),
    ("who-imports-gate", "shared/adapters/embedded", "shared.gate"),
    ("who-imports-gate", "shared/importing", "shared.gate"),
    ("who-imports-importing", "cli", "shared.importing"),
    ("who-imports-replies", "functions/history", "shared.replies"),
    ("who-imports-prompts", "shared/gate", "shared.prompts"),
    ("who-imports-ports", "shared/gate", "shared.ports"),
    ("who-imports-ports", "functions/generate", "shared.ports"),
    ("who-imports-telemetry", "shared/domain", "shared.telemetry"),
    ("who-imports-telemetry", "shared/gate", "shared.telemetry"),
    ("who-imports-telemetry", "shared/ports.py", "shared.telemetry"),
    ("no-frameworks-inside", "shared/services", "flask"),
    ("no-frameworks-inside", "shared/repositories", "sqlite3"),
    ("no-frameworks-inside", "shared/ports.py", "google.cloud"),
    ("no-frameworks-inside", "shared/gate", "httpx2"),
    ("domain-libraries", "shared/domain", "itsdangerous"),
    ("domain-libraries", "shared/prompts", "jinja2"),
]


@pytest.fixture(scope="session")
def copied_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("tree")
    for package in ("shared", "functions", "cli", "scripts"):
        shutil.copytree(ROOT / package, copy / package, ignore=lambda _, names: {"__pycache__"} & set(names))
    shutil.copy(ROOT / ".importlinter", copy)
    return copy


@pytest.mark.parametrize(("contract", "where", "imported"), PLANTS)
def test_a_planted_import_breaks_its_contract(copied_tree: Path, contract: str, where: str, imported: str) -> None:
    with planted(copied_tree / where, imported):
        finished = lint(copied_tree)

    assert finished.returncode == 1
    assert f"{contract_names()[contract]} BROKEN" in finished.stdout


def test_the_tree_as_it_stands_keeps_every_contract(copied_tree: Path) -> None:
    finished = lint(copied_tree)

    assert finished.returncode == 0, finished.stdout


def test_every_contract_has_been_seen_to_fail() -> None:
    assert {contract for contract, _, _ in PLANTS} == set(contract_names())


@contextmanager
def planted(where: Path, imported: str) -> Iterator[None]:
    """`import imported` at the end of the module `where`, or in a new module of the package `where`; then as before."""
    module = where if where.suffix else where / "planted.py"
    before = module.read_text() if module.exists() else ""
    is_new_package = not module.parent.exists()
    if is_new_package:
        module.parent.mkdir()
        (module.parent / "__init__.py").touch()
    module.write_text(f"{before}\nimport {imported}\n")
    yield
    if is_new_package:
        shutil.rmtree(module.parent)
    elif before:
        module.write_text(before)
    else:
        module.unlink()


def lint(tree: Path) -> subprocess.CompletedProcess[str]:
    """What lint-imports says about `tree`; wide enough that no contract's name is broken over two lines."""
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-logo", "--no-cache"],
        cwd=tree,
        env=os.environ | {"COLUMNS": "200", "PYTHONPATH": str(tree)},
        capture_output=True,
        text=True,
        check=False,
    )


def contract_names() -> dict[str, str]:
    """Names of the contracts in .importlinter by their ids."""
    rules = configparser.ConfigParser()
    rules.read(ROOT / ".importlinter")
    prefix = "importlinter:contract:"
    return {section.removeprefix(prefix): rules[section]["name"] for section in rules if section.startswith(prefix)}
