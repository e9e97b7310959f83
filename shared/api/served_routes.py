"""The routes that an app serves, a group of them from the first request on that asks for one of it.

A function serves one kind of thing at its start, and many others now and then: a start does not pay for what these
import (docs/decisions/0058-routes-when-asked-for.md).
"""

from collections.abc import Iterable
from threading import Lock
from typing import TYPE_CHECKING

from flask import Flask

from shared.api.app_services import AppServices
from shared.api.endpoint import Endpoint
from shared.api.route import Route
from shared.api.routing import Api

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class ServedRoutes:
    """Stands before the app and serves what is declared, before the app looks for a rule.

    Raises TypeError for a route that is declared twice.
    """

    def __init__(self, app: Flask, api: Api, services: AppServices) -> None:
        self._app = app
        self._api = api
        self._services = services
        self._lock = Lock()
        self._serve(api.routes)
        self._answer = app.wsgi_app

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer one request."""
        self._declare(environ.get("PATH_INFO", ""))
        return self._answer(environ, start_response)

    @property
    def all(self) -> tuple[Route, ...]:
        """Every route of the app: from now on all of them are served."""
        self._declare(None)
        return tuple(self._api.routes)

    @property
    def endpoints(self) -> set[str]:
        """Those that are served so far."""
        return {endpoint_of(route) for route in self._api.routes}

    def _declare(self, path: str | None) -> None:
        with self._lock:
            if self._api.waits_for(path):
                self._serve(self._api.declare_late(path))

    def _serve(self, routes: Iterable[Route]) -> None:
        """Add the rules by themselves, since `Flask.add_url_rule` refuses any after the first request."""
        for route in routes:
            endpoint = endpoint_of(route)
            if endpoint in self._app.view_functions:
                raise TypeError(f"declared twice: {endpoint}")
            rule = self._app.url_rule_class(route.path, endpoint=endpoint, methods=[route.method])
            self._app.view_functions[endpoint] = Endpoint(route, self._services)
            self._app.url_map.add(rule)


def endpoint_of(route: Route) -> str:
    """What Flask calls a route."""
    return f"{route.method} {route.template}"
