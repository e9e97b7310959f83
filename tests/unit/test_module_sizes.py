"""A module that has grown past a few screens holds more than one job."""

import pytest

from scripts.deployed import ROOT

LIMIT = 300


@pytest.mark.parametrize("folder", ["shared", "functions", "cli", "scripts", "benchmarks"])
def test_a_module_stays_under_three_hundred_lines(folder: str) -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in (ROOT / folder).rglob("*.py")}

    assert [f"{path.relative_to(ROOT)}: {length}" for path, length in lengths.items() if length > LIMIT] == []
