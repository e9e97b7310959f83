"""All functions behind one address, and only for this machine."""

from pathlib import Path

import pytest
from werkzeug.test import Client

from scripts.local_router import LocalRouter
from scripts.local_site import LocalSite, create_site
from scripts.openapi_document import openapi_document
from scripts.route_table import owners
from shared.api.app import Api, create_app, declared_routes
from shared.config import SignInIssuer
from shared.domain.errors import Sentence, UpstreamFailedError
from shared.domain.principal import Permission, Principal
from tests.api.small_app import Number, SmallServices, bearer, small_app


def declare_other(api: Api, _services: SmallServices) -> None:
    @api.get("/v1/others/<id>", permission=Permission.READ_CONTENT, answers={200: Number}, tag="others")
    def get_other(principal: Principal) -> Number:
        """Another function's."""
        return Number(value=2)


@pytest.fixture
def ill() -> list[UpstreamFailedError]:
    """What health will find."""
    return []


@pytest.fixture
def local(ill) -> Client:
    apps = {"small": small_app(), "other": create_app("other", declare_other, SmallServices())}
    routes = {name: declared_routes(app) for name, app in apps.items()}

    def check_health() -> None:
        if ill:
            raise ill[0]

    site = LocalSite(
        address="http://localhost:8080",
        key_file=Path("/a b/<c>/demo-key"),
        functions=tuple(apps),
        describe=lambda: openapi_document(route for declared in routes.values() for route in declared),
        check_health=check_health,
    )
    return Client(LocalRouter(apps, owners(routes), create_site(site)))


def test_each_path_goes_to_the_function_that_owns_it(local):
    assert local.get("/v1/others/a", headers=bearer()).json == {"value": 2}
    assert local.get("/v1/numbers?limit=1", headers=bearer()).json["items"] == [{"value": 1}]
    assert local.get("/v1/small/health").json["function"] == "small"
    assert local.get("/v1/other/health").json["function"] == "other"


def test_a_wrong_method_is_refused_by_the_owner(local):
    answer = local.delete("/v1/others/a")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_a_path_that_nobody_owns_is_a_problem(local):
    for path in ("/v1/nothing", "/nothing", "/v1/others/", "//v1/numbers", "/site/../dev_server.py"):
        answer = local.get(path, headers=bearer())
        assert (answer.status_code, answer.content_type) == (404, "application/problem+json")


def test_two_functions_cannot_own_one_path():
    routes = declared_routes(small_app())
    with pytest.raises(ValueError, match="/v1/notes"):
        owners({"one": routes, "two": routes})


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:65535", "[::1]:8080"])
def test_this_machine_s_names_are_answered_with_any_port(local, host):
    assert local.get("/v1/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["example.com", "localhost.example.com", "127.0.0.1.example.com", "localhost:80@example.com", "127.0.0.2",
     "0.0.0.0", "localhost:", "[::2]", "localhost, example.com", " localhost", ""],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/", "/v1/numbers", "/v1/health", "/docs", "/nothing"])
def test_any_other_name_is_refused_before_everything_else(local, host, path):
    answer = local.get(path, environ_overrides={"HTTP_HOST": host}, headers={"Accept-Language": "en"})
    assert answer.status_code == 421
    assert answer.content_type == "application/problem+json"
    assert answer.json["type"] == "/problems/misdirected-request"
    assert answer.json["request_id"] == answer.headers["X-Request-Id"]


def test_health_answers_only_when_everything_is_ready(local, ill):
    assert local.get("/v1/health").json["functions"] == ["small", "other"]
    ill.append(UpstreamFailedError(Sentence("Falta la clave.", "No key.")))
    assert local.get("/v1/health").status_code == 502


def test_the_description_holds_the_paths_of_all_functions(local):
    paths = local.get("/openapi.json").json["paths"]
    assert {"/v1/others/{id}", "/v1/numbers", "/v1/small/health", "/v1/other/health"} <= paths.keys()


def test_the_start_page_says_how_to_begin_with_this_machine_s_own_paths(local):
    page = local.get("/")
    assert page.content_type == "text/html; charset=utf-8"
    assert "{{" not in page.text
    assert "$(cat '/a b/&lt;c&gt;/demo-key')" in page.text
    assert "http://localhost:8080/v1/generations" in page.text
    assert 'href="/docs"' in page.text


@pytest.mark.parametrize("path", ["/", "/docs", "/docs/"])
def test_no_page_loads_anything_from_elsewhere(local, path):
    page = local.get(path)
    loaded = [part.split('"')[0] for part in page.text.replace("src=", "href=").split('href="')[1:]]
    assert loaded
    assert all(address.startswith("/") and not address.startswith("//") for address in loaded)
    assert all(local.get(address).status_code == 200 for address in loaded)


@pytest.mark.parametrize("path", ["/", "/docs"])
def test_the_policy_of_a_page_lets_only_this_machine_s_scripts_run(local, path):
    policy = local.get(path).headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_the_pages_take_no_other_method(local):
    assert {local.open(path, method="OPTIONS").status_code for path in ("/", "/docs", "/v1/health")} == {405}


def signing_in_with(issuers: tuple[SignInIssuer, ...], web: Path) -> Client:
    (web / "index.html").write_text("<!doctype html>")
    site = LocalSite("http://localhost:8080", None, (), dict, lambda: None, web=web, issuers=issuers)
    return Client(create_site(site))


def test_the_page_is_told_which_issuer_signs_people_in_and_may_speak_to_it(tmp_path):
    issuer = SignInIssuer(issuer="https://id.example.com/tenant", client_ids=("web", "cli"))
    site = signing_in_with((issuer,), tmp_path)
    told = site.get("/sign-in.json").json
    assert told == {"issuer": "https://id.example.com/tenant", "client_id": "web"}
    assert "connect-src 'self' https://id.example.com;" in site.get("/").headers["Content-Security-Policy"]


def test_the_page_is_told_where_the_demo_s_key_lies_in_this_data_folder(tmp_path):
    assert signing_in_with((), tmp_path).get("/key-file.json").json == {"key_file": None}
    site = LocalSite("http://localhost:1", tmp_path / "elsewhere" / "demo-key", (), dict, lambda: None)
    told = create_site(site).test_client().get("/key-file.json").json
    assert told == {"key_file": str(tmp_path / "elsewhere" / "demo-key")}


def test_without_an_issuer_the_page_is_told_that_only_keys_are_let_in(tmp_path):
    site = signing_in_with((), tmp_path)
    assert site.get("/sign-in.json").json == {"issuer": None, "client_id": None}
    assert "connect-src 'self';" in site.get("/").headers["Content-Security-Policy"]
