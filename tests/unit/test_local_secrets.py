"""Secrets in files."""

from pathlib import Path

import pytest

from shared.adapters.embedded.local_secrets import LocalSecrets
from shared.domain.errors import StartError, UpstreamFailedError


def test_a_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    made = LocalSecrets(tmp_path / "secrets", {}).get("cursor-key")
    file = tmp_path / "secrets" / "cursor-key"
    assert len(made) >= 32
    assert file.stat().st_mode & 0o777 == 0o600
    assert LocalSecrets(tmp_path / "secrets", {}).get("cursor-key") == made


def test_two_keys_differ(tmp_path: Path) -> None:
    secrets = LocalSecrets(tmp_path, {})
    assert secrets.get("cursor-key") != secrets.get("identity-key")


def test_what_settings_bring_needs_no_file(tmp_path: Path) -> None:
    assert LocalSecrets(tmp_path, {"gemini-api-key": b"given"}).get("gemini-api-key") == b"given"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_used_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "secrets").write_text("a file in its place")
    with pytest.raises(UpstreamFailedError):
        LocalSecrets(tmp_path / "secrets", {}).get("cursor-key")


def test_local_secrets_refuse_to_start_in_the_cloud(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("K_SERVICE", "generate")
    with pytest.raises(StartError):
        LocalSecrets(tmp_path, {})
