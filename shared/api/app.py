"""The app of one function: its routes, and around them what holds for every request.

    app = create_app("generate", add_routes, build_services())

Default deny: a route cannot be declared without saying who may use it, an app with any other rule does not start,
and a rule that is added later is refused.
"""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, request

from shared.api.app_services import AppServices
from shared.api.downloads import CSV, Download
from shared.api.health import add_health
from shared.api.http_errors import NOTHING_THERE
from shared.api.pagination import CursorCodec
from shared.api.request_frame import frame_requests
from shared.api.route import KNOWN, PUBLIC, TASKS, Answer, Route
from shared.api.routing import Api
from shared.api.served_routes import ServedRoutes
from shared.api.uploads import UploadedFile
from shared.domain.errors import NotFoundError
from shared.telemetry.logs import configure_logging

__all__ = [
    "CSV",
    "KNOWN",
    "PUBLIC",
    "TASKS",
    "Answer",
    "Api",
    "Download",
    "UploadedFile",
    "create_app",
    "declare_routes",
    "declared_routes",
]

_ROUTES = "declared_routes"
AnyServices = TypeVar("AnyServices", bound=AppServices)


def create_app(name: str, add_routes: Callable[[Api, AnyServices], None], services: AnyServices) -> Flask:
    """The WSGI app of the function `name`: the routes that `add_routes` declares, and GET /v1/{name}/health.

    Raises TypeError for a route that could not be served, RuntimeError for a rule that nobody declared; for routes that
    come later (`Api.later`), when they come.
    """
    configure_logging()
    app = Flask(name, static_folder=None)
    app.url_map.merge_slashes = False  # a doubled slash is another address, not a redirect
    served = ServedRoutes(app, _declared(name, add_routes, services), services)
    app.extensions[_ROUTES] = served
    refuse_undeclared_rules(app)
    frame_requests(app, name, services.http_policy.origins)
    app.before_request(lambda: _refuse_undeclared_rule(served))
    app.wsgi_app = served  # type: ignore[method-assign]
    return app


def declare_routes(
    name: str, add_routes: Callable[[Api, AnyServices], None], services: AnyServices
) -> tuple[Route, ...]:
    """The routes of the function `name`, its health included. `services` are not called: only handlers call them."""
    api = _declared(name, add_routes, services)
    api.declare_late(None)
    return tuple(api.routes)


def _declared(name: str, add_routes: Callable[[Api, AnyServices], None], services: AnyServices) -> Api:
    api = Api(CursorCodec(lambda: services.cursor_secret()))  # noqa: PLW0108  not looked up before it is used
    add_routes(api, services)
    add_health(api, name, services)
    return api


def declared_routes(app: Flask) -> tuple[Route, ...]:
    """What an app of `create_app` serves: the one table from which servers, load balancer and description are made."""
    served: ServedRoutes = app.extensions[_ROUTES]
    return served.all


def refuse_undeclared_rules(app: Flask) -> None:
    """Raise RuntimeError if the app has a rule without a declaration."""
    served: ServedRoutes = app.extensions[_ROUTES]
    undeclared = [rule.rule for rule in app.url_map.iter_rules() if rule.endpoint not in served.endpoints]
    if undeclared:
        raise RuntimeError(f"no permission is declared for {', '.join(undeclared)}")


def _refuse_undeclared_rule(served: ServedRoutes) -> None:
    """Rules that were added behind `create_app`'s back."""
    if request.url_rule is not None and request.url_rule.endpoint not in served.endpoints:
        raise NotFoundError(NOTHING_THERE)
