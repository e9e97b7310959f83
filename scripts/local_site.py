"""The pages of the local server: the web application, a start page, the API's description and its interactive
documentation, and health.

Everything is served from this machine: no page needs a network.
"""

import html
import json
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, request

from scripts.local_sign_in import add_sign_in
from scripts.web_files import WebFiles
from shared.api.http_errors import NOTHING_THERE
from shared.api.request_frame import frame_requests
from shared.api.version import VERSION
from shared.config import SignInIssuer
from shared.domain.errors import NotFoundError

if TYPE_CHECKING:
    from shared.adapters.embedded.local_issuer import LocalIssuer

PAGES = Path(__file__).resolve().parent / "site"

_SWAGGER = "flask_swagger_ui"
_SWAGGER_FILES = ("swagger-ui.css", "swagger-ui-bundle.js")
_OWN_FILES = ("start.css", "start.js", "docs.js", "icon.svg")
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{inline}; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_STRICT = _POLICY.format(inline="")
_FOR_SWAGGER = _POLICY.format(inline=" 'unsafe-inline'")  # its components set style attributes

_EXAMPLE = {
    "prospect": {"full_name": "Lucía Ferrer", "title": "Directora de Operaciones", "company": "Logística Norte"},
    "format": "linkedin_note",
    "language": "es",
}


@dataclass(frozen=True)
class LocalSite:
    """What the pages tell: where the server is, where the demo key lies (None: there is none), which functions run.

    `web` holds the built application (None: it was not built, and the start page stands in its place). `issuer` signs
    demo people in (None: real ones sign in elsewhere, with the first of `issuers` if there is one). `describe` makes
    the API's description; `check_health` returns if everything is ready and raises what is wrong.
    """

    address: str
    key_file: Path | None
    functions: tuple[str, ...]
    describe: Callable[[], dict[str, Any]]
    check_health: Callable[[], None]
    web: Path | None = None
    issuer: "Callable[[], LocalIssuer] | None" = None
    issuers: tuple[SignInIssuer, ...] = ()


def create_site(site: LocalSite) -> Flask:
    """The WSGI app of the pages."""
    describe = cache(lambda: json.dumps(site.describe(), ensure_ascii=False))
    elsewhere = site.issuers[0] if site.issuer is None and site.issuers else None
    web = None if site.web is None else WebFiles(site.web, None if elsewhere is None else elsewhere.issuer)

    def start() -> Response:
        return _page(_start_page(site), _STRICT)

    def application(**_path: str) -> Response:
        answer = None if web is None else web.answer(request)
        if answer is None:
            raise NotFoundError(NOTHING_THERE)
        return answer

    pages: dict[str, Callable[..., Response]] = {
        "/": start if web is None else application,
        "/start": start,
        "/<path:path>": application,
        "/docs": lambda: _page((PAGES / "docs.html").read_text("utf-8"), _FOR_SWAGGER),
        "/site/<name>": _file,
        "/openapi.json": lambda: _json(describe()),
        "/v1/health": lambda: _health(site),
        "/key-file.json": lambda: _json(
            json.dumps({"key_file": None if site.key_file is None else str(site.key_file)})
        ),
    }
    if site.issuer is None:
        pages["/sign-in.json"] = lambda: _json(json.dumps(_sign_in(elsewhere)))
    app = Flask("site", static_folder=None)
    app.url_map.merge_slashes = False
    app.url_map.strict_slashes = False
    frame_requests(app, "site")
    for path, page in pages.items():
        app.add_url_rule(path, path, page, provide_automatic_options=False)
    if site.issuer is not None:
        add_sign_in(app, site.issuer, PAGES)
    return app


def _sign_in(elsewhere: SignInIssuer | None) -> dict[str, str | None]:
    """Where the page sends people to sign in, in place of what lies beside it for the laptop's own issuer."""
    if elsewhere is None:
        return {"issuer": None, "client_id": None}
    return {"issuer": elsewhere.issuer, "client_id": elsewhere.client_ids[0]}


def _page(text: str, policy: str) -> Response:
    return Response(text, content_type=_TYPES[".html"], headers={"Content-Security-Policy": policy})


def _json(text: str) -> Response:
    return Response(text, content_type="application/json")


def _file(name: str) -> Response:
    path = _files().get(name)
    if path is None:
        raise NotFoundError(NOTHING_THERE)
    return Response(path.read_bytes(), content_type=_TYPES[path.suffix])


@cache
def _files() -> dict[str, Path]:
    """The files that pages load. Of the package that brings Swagger UI only files are wanted, so it is not imported."""
    found = {name: PAGES / name for name in _OWN_FILES}
    package = find_spec(_SWAGGER)
    if package is not None and package.submodule_search_locations:
        home = Path(package.submodule_search_locations[0]) / "dist"
        found |= {name: home / name for name in _SWAGGER_FILES}
    return found


def _health(site: LocalSite) -> Response:
    site.check_health()
    return _json(json.dumps({"status": "ok", "functions": list(site.functions), "version": VERSION}))


def _start_page(site: LocalSite) -> str:
    """The start page, with what differs from machine to machine filled in."""
    values = {
        "version": html.escape(VERSION),
        "command": html.escape(_first_command(site), quote=False),
        "key_file": html.escape("(sin demostración)" if site.key_file is None else str(site.key_file)),
        "functions": ", ".join(_health_link(name) for name in site.functions),
    }
    page = (PAGES / "start.html").read_text("utf-8")
    for name, value in values.items():
        page = page.replace(f"{{{{ {name} }}}}", value)
    return page


def _health_link(name: str) -> str:
    return f'<a href="/v1/{html.escape(name)}/health">{html.escape(name)}</a>'


def _first_command(site: LocalSite) -> str:
    key = "$API_KEY" if site.key_file is None else f"$(cat {shlex.quote(str(site.key_file))})"
    body = json.dumps(_EXAMPLE, ensure_ascii=False, indent=2).replace("\n", "\n      ")
    lines = [
        f"curl {site.address}/v1/generations",
        f'  -H "Authorization: Bearer {key}"',
        "  -H 'Content-Type: application/json'",
        f"  -d {shlex.quote(body)}",
    ]
    return " \\\n".join(lines)
