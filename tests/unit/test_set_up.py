"""Set-up does nothing twice, and repairs what an interruption left."""

import sys
from pathlib import Path

import pytest

from scripts import set_up


class Installer:
    """Stands for venv, pip and uv: notes what it was asked for, and can be interrupted."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.created = 0
        self.installed: list[str] = []
        self.is_interrupted = False

    def create(self, folder: Path, **_: bool) -> None:
        folder.mkdir(exist_ok=True)
        self.created += 1

    def install(self, group: str) -> None:
        if self.is_interrupted:
            raise KeyboardInterrupt
        self.installed.append(group)


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    installer = Installer(tmp_path)
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    monkeypatch.setattr("venv.create", installer.create)
    monkeypatch.setattr(set_up, "_install", installer.install)
    monkeypatch.setattr(sys, "executable", str(tmp_path / ".venv" / "bin" / "python"))
    (tmp_path / "requirements").mkdir()
    for name in ("bootstrap", "run", "dev"):
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"{name}==1")
    return installer


def test_a_second_start_does_nothing(installer: Installer) -> None:
    set_up.main(["run"])
    set_up.main(["run"])

    assert (installer.created, installer.installed) == (1, ["run"])


def test_development_adds_to_what_running_needs(installer: Installer) -> None:
    set_up.main(["run"])
    set_up.main(["dev"])
    set_up.main(["run"])

    assert (installer.created, installer.installed) == (1, ["run", "dev"])


@pytest.mark.parametrize("changed", ["bootstrap", "dev"])
def test_a_changed_lock_is_installed_over_the_old_one(installer: Installer, changed: str) -> None:
    set_up.main(["dev"])
    (installer.root / "requirements" / f"{changed}.txt").write_text("other==2")

    set_up.main(["run"])

    assert (installer.created, installer.installed) == (1, ["dev", "dev"])


def test_a_half_made_folder_is_made_anew(installer: Installer, capsys: pytest.CaptureFixture[str]) -> None:
    installer.is_interrupted = True
    assert set_up.main(["run"]) == 130
    assert "run make again" in capsys.readouterr().err

    installer.is_interrupted = False
    assert set_up.main(["run"]) == 0

    assert (installer.created, installer.installed) == (2, ["run"])


def test_an_interrupted_update_is_made_anew(installer: Installer) -> None:
    set_up.main(["run"])
    installer.is_interrupted = True
    set_up.main(["dev"])
    installer.is_interrupted = False

    set_up.main(["dev"])

    assert (installer.created, installer.installed) == (2, ["run", "dev"])


def test_a_moved_folder_is_made_anew(installer: Installer, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up.main(["run"])
    moved = installer.root.rename(installer.root.with_name("moved"))
    monkeypatch.setattr(set_up, "ROOT", moved)
    monkeypatch.setattr(sys, "executable", str(moved / ".venv" / "bin" / "python"))

    set_up.main(["run"])

    assert installer.created == 2


def test_a_folder_whose_python_is_gone_is_made_anew(installer: Installer, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up.main(["run"])
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")

    set_up.main(["run"])

    assert installer.created == 2


def test_a_folder_that_cannot_be_written_is_named(
    installer: Installer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)

    assert set_up.main(["run"]) == 1
    assert str(installer.root) in capsys.readouterr().err
