"""Where the emulator is missing, a newcomer's tests are skipped and CI's fail."""

from pathlib import Path

import pytest

from tests.contract import firestore_emulator


@pytest.fixture(autouse=True)
def _no_emulator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FIRESTORE_EMULATOR_JAR", str(tmp_path / "missing.jar"))
    monkeypatch.setenv("PATH", str(tmp_path))


def test_a_newcomer_s_tests_are_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert firestore_emulator.is_left_out()


def test_ci_skips_nothing_and_fails_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert not firestore_emulator.is_left_out()
    with pytest.raises(RuntimeError, match="gcloud components install cloud-firestore-emulator"):
        firestore_emulator.emulator_host.__wrapped__()
