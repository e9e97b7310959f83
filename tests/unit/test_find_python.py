"""scripts/find_python.sh takes the first Python that fits, or says in one sentence what to install."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "find_python.sh"
OLD = "import sys; sys.version_info = (3, 9, 18)"
BARE = "import importlib.util; importlib.util.find_spec = lambda name: None"
BROKEN = "raise SystemExit('this version is not switched on')"


def install(folder: Path, name: str, quirk: str = "") -> None:
    """A Python called `name` in `folder`: this one, after the statement `quirk`."""
    python = folder / name
    python.parent.mkdir(parents=True, exist_ok=True)
    # The script calls it as: python -I -S -c CODE.
    python.write_text(f'#!/bin/sh\nexec {sys.executable} -I -S -c "{quirk}\n$4"\n')
    python.chmod(0o755)


def find(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", SCRIPT], cwd=folder, env={"PATH": str(folder)}, capture_output=True, text=True, check=False
    )


def test_python3_is_taken_where_it_fits(tmp_path: Path) -> None:
    install(tmp_path, "python3")
    install(tmp_path, "python3.12")

    assert find(tmp_path).stdout == "python3\n"


def test_the_project_s_own_python_comes_first(tmp_path: Path) -> None:
    install(tmp_path, "python3")
    install(tmp_path, ".venv/bin/python")

    assert find(tmp_path).stdout == ".venv/bin/python\n"


@pytest.mark.parametrize("quirk", [OLD, BARE, BROKEN])
def test_a_later_name_is_taken_where_python3_does_not_fit(tmp_path: Path, quirk: str) -> None:
    install(tmp_path, "python3", quirk)
    install(tmp_path, "python3.12")

    assert find(tmp_path).stdout == "python3.12\n"


@pytest.mark.parametrize(
    ("quirk", "sentence"),
    [
        (OLD, "needs Python 3.11 or newer and found 3.9"),
        (BARE, f"apt install python{sys.version_info.major}.{sys.version_info.minor}-venv"),
        (BROKEN, "needs Python 3.11 or newer and found none"),
    ],
)
def test_one_sentence_says_what_to_install(tmp_path: Path, quirk: str, sentence: str) -> None:
    install(tmp_path, "python3", quirk)

    found = find(tmp_path)

    assert (found.returncode, found.stdout) == (1, "")
    assert sentence in found.stderr
    assert found.stderr.count("\n") == 1
