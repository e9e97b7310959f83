"""The one list of functions says what the functions themselves say."""

from pydantic import SecretStr

from scripts.deployed import FUNCTIONS
from scripts.function_apps import all_routes
from shared.bootstrap import build_services
from shared.bootstrap.adapters import SEALING_KEY
from shared.config import Settings, variable
from tests.builders import GOOD_DRAFT
from tests.fakes import ScriptedWriter
from tests.infra.terraform_files import MODULES, deployed_functions, setting_names
from tests.memory_documents import MemoryDocuments


class AskedSecrets:
    """Remembers what was asked for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def get(self, name: str) -> bytes:
        self.names.add(name)
        return b"a-secret-of-some-length"


def test_every_function_of_the_repository_is_deployed_and_nothing_else() -> None:
    assert set(deployed_functions()) == set(FUNCTIONS)


def test_a_function_is_public_unless_all_that_it_serves_is_for_the_queue_and_the_clock() -> None:
    for_people = {
        name
        for name, routes in all_routes().items()
        if any(not route.path.startswith("/v1/tasks/") for route in routes)
    }
    assert {name for name, function in deployed_functions().items() if function.get("public", False)} == for_people
    assert "tasks" not in for_people


def test_every_function_may_read_the_secrets_that_it_asks_for_and_no_other() -> None:
    secrets = AskedSecrets()
    services = build_services(
        Settings(demo=False), documents=MemoryDocuments(), writer=ScriptedWriter(GOOD_DRAFT), secrets=secrets
    )
    services.cursor_secret()
    assert secrets.names
    assert {name: set(function["secrets"]) for name, function in deployed_functions().items()} == dict.fromkeys(
        deployed_functions(), secrets.names
    ) | dict.fromkeys(("accounts", "tasks"), secrets.names | {SEALING_KEY})


def test_who_asks_the_model_by_key_may_read_that_key() -> None:
    with_model, without = AskedSecrets(), AskedSecrets()
    asking = Settings(demo=False, writer="gemini", gemini_api_key=SecretStr("a-key"))
    build_services(asking, documents=MemoryDocuments(), secrets=with_model)
    build_services(Settings(demo=False, writer="offline"), documents=MemoryDocuments(), secrets=without)
    (key,) = with_model.names - without.names
    assert f'["{key}"]' in (MODULES / "outreach" / "model.tf").read_text()


def test_functions_are_given_only_settings_that_exist() -> None:
    known = {variable(name) for name in Settings.model_fields}
    assert "APP_STORE" in setting_names() <= known
