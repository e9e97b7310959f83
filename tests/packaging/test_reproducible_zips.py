"""Equal sources give equal bytes, whatever the files' times and the order in which the disk lists them."""

import shutil
import zipfile
from pathlib import Path

import pytest

from scripts import build_function, deployed
from scripts.build_function import build


@pytest.fixture(params=deployed.FUNCTIONS)
def name(request: pytest.FixtureRequest) -> str:
    function: str = request.param
    return function


@pytest.fixture
def copied_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The build reads this copy from now on, whose files are newer and listed in another order."""
    copy = tmp_path / "copy"
    for package in ("functions", "shared"):
        for path in sorted((deployed.ROOT / package).rglob("*"), reverse=True):
            target = copy / path.relative_to(deployed.ROOT)
            if path.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                target.chmod(0o600)
    monkeypatch.setattr(build_function, "ROOT", copy)
    return copy


def test_another_checkout_gives_the_same_bytes(
    name: str, tmp_path: Path, copied_sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (copied_sources / "shared" / "__pycache__").mkdir(exist_ok=True)
    (copied_sources / "shared" / "__pycache__" / "config.cpython-311.pyc").write_bytes(b"compiled")
    (copied_sources / "shared" / ".DS_Store").write_bytes(b"a desktop's")
    there = build(name, tmp_path / "there").read_bytes()

    monkeypatch.setattr(build_function, "ROOT", deployed.ROOT)

    assert build(name, tmp_path / "here").read_bytes() == there


def test_a_changed_source_gives_other_bytes(name: str, tmp_path: Path, copied_sources: Path) -> None:
    before = build(name, tmp_path).read_bytes()
    (copied_sources / "shared" / "config.py").write_text("# changed")

    assert build(name, tmp_path).read_bytes() != before


def test_a_zip_holds_its_function_the_common_package_and_no_other_function(name: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(build(name, tmp_path)) as archive:
        files = archive.namelist()

    assert files == sorted(files)
    assert {"main.py", "requirements.txt", f"functions/{name}/routes.py", "shared/bootstrap/__init__.py"} <= set(files)
    others = set(deployed.FUNCTIONS) - {name}
    assert [file for file in files for other in others if file.startswith(f"functions/{other}/")] == []
    assert [file for file in files if "__pycache__" in file] == []
