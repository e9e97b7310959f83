"""What a function's start leaves alone: each module here was once a part of it, and its time was measured."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import importlib, sys
importlib.import_module(f"functions.{sys.argv[1]}.main")
print(*sys.modules, sep="\\n")
"""
HEAVY = {"argparse", "asyncio", "cryptography", "dotenv", "httpx2", "jwt", "openpyxl", "pypdf", "requests", "rich"}
OF_OTHER_FUNCTIONS = {
    "shared.domain.batch",
    "shared.domain.imports",
    "shared.domain.schedule",
    "shared.importing",
    "shared.prompts.demo_company",
    "shared.repositories.imports",
    "shared.services.approve_message",
    "shared.services.check_text",
    "shared.services.export_workspace",
    "shared.services.fill_demo",
    "shared.services.read_metrics",
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The modules that are loaded once `generate` is ready, on a laptop whose demo is open."""
    environment = os.environ | {"APP_DATA_DIR": str(tmp_path_factory.mktemp("data"))}
    command = [sys.executable, "-c", PROGRAM, "generate"]
    outputs = [
        subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    return frozenset(outputs[-1].splitlines())


def test_no_heavy_library_that_is_not_needed_is_loaded(loaded: frozenset[str]) -> None:
    assert "pydantic" in loaded
    assert loaded & HEAVY == set()


def test_nothing_of_other_functions_is_loaded(loaded: frozenset[str]) -> None:
    assert "shared.domain.generation" in loaded
    assert loaded & OF_OTHER_FUNCTIONS == set()
