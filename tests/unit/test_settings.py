"""Settings that fit together, and those that do not."""

import pytest
from pydantic import ValidationError

from shared.bootstrap import read_environment
from shared.config import Settings
from shared.domain.errors import StartError


def test_nothing_needs_to_be_set_on_a_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("APP_STORE", "APP_WRITER", "APP_GEMINI_API_KEY", "APP_DATA_DIR"):
        monkeypatch.delenv(name, raising=False)
    settings = read_environment()
    assert (settings.store, settings.writer_in_use) == ("embedded", "offline")


def test_a_key_switches_the_writer_to_gemini(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_GEMINI_API_KEY", "k")
    assert read_environment().writer_in_use == "gemini"
    monkeypatch.setenv("APP_WRITER", "offline")
    assert read_environment().writer_in_use == "offline"


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"APP_STORE": "firestore"}, "APP_GOOGLE_PROJECT"),
        ({"APP_WRITER": "vertex"}, "APP_GOOGLE_PROJECT"),
        ({"APP_WRITER": "gemini"}, "APP_GEMINI_API_KEY"),
        ({"APP_STORE": "postgres"}, "APP_STORE"),
        ({"APP_SECRETS": "secret_manager"}, "APP_GOOGLE_PROJECT"),
        ({"APP_SECRETS": "secret_manager", "APP_GOOGLE_PROJECT": "p", "APP_GEMINI_API_KEY": "k"}, "APP_GEMINI_API_KEY"),
        ({"APP_TRACES_URL": "localhost:4318"}, "APP_TRACES_URL"),
        ({"APP_TRACES_URL": "https://telemetry.googleapis.com/v1/traces"}, "APP_GOOGLE_PROJECT"),
        ({"APP_ITEM_SECONDS": "soon"}, "APP_ITEM_SECONDS"),
        ({"APP_ITEM_SECONDS": "5"}, "APP_MODEL_CALL_SECONDS"),
    ],
)
def test_what_does_not_fit_is_named_by_its_variable(
    variables: dict[str, str], named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(StartError) as raised:
        read_environment()
    assert named in raised.value.sentence.en


def test_a_list_is_given_as_json_and_broken_json_is_named_by_its_variable() -> None:
    class WithList(Settings):
        origins: frozenset[str] = frozenset()

    assert WithList.of_environment({"APP_ORIGINS": '["https://a.example"]'}).origins == {"https://a.example"}
    with pytest.raises(ValidationError) as raised:
        WithList.of_environment({"APP_ORIGINS": '["planted'})
    assert raised.value.errors()[0]["loc"] == ("origins",)
    assert "planted" not in str(raised.value)


def test_only_the_environment_that_is_given_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_STORE", "firestore")
    assert Settings().store == "embedded"
    assert Settings.of_environment({"APP_WRITER": "offline", "PATH": "/bin"}).writer == "offline"


def test_a_key_is_not_repeated_when_settings_are_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_GEMINI_API_KEY", "planted-secret")
    monkeypatch.setenv("APP_STORE", "firestore")
    with pytest.raises(StartError) as raised:
        read_environment()
    assert "planted-secret" not in str(raised.value) + repr(raised.value)
    monkeypatch.delenv("APP_STORE")
    assert "planted-secret" not in repr(Settings(gemini_api_key="planted-secret"))


def test_the_deadlines_contain_each_other() -> None:
    deadlines = Settings().deadlines
    assert deadlines.model_call < deadlines.item < deadlines.function < deadlines.dispatch < deadlines.lease
