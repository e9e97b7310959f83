"""How a function declares its routes. No route exists without saying who may use it."""

import pkgutil
from collections.abc import Callable
from typing import Protocol, TypeVar

from flask import request

from shared.api.pagination import CursorCodec, Page, PageQuery, Position
from shared.api.route import DEFAULT_MAX_BODY_BYTES, Admission, Answers, AnyHandler, Replay, Route, read_inputs
from shared.domain.principal import Principal

Item = TypeVar("Item")


class Declare(Protocol):
    """A decorator that declares a handler's route and leaves the handler as it is."""

    def __call__(self, handler: AnyHandler, /) -> AnyHandler:
        """Declare the route of `handler`."""


class Api:
    """Takes the declarations of one function's routes. Paths are written as Flask writes them: "/v1/roles/<key>".

    `answers` maps each status of success to the model of its body, the kind of file that it is, or None for an empty
    one. A route with a `replay`
    takes an Idempotency-Key: its handler gets a `claim` and answers with `remember`.
    """

    def __init__(self, cursors: CursorCodec) -> None:
        self.routes: list[Route] = []
        self._late: list[tuple[str, Callable[[], None]]] = []
        self._cursors = cursors

    def get(self, path: str, *, permission: Admission, answers: Answers, tag: str) -> Declare:
        """Declare a GET route; HEAD comes with it."""
        return self._declare("GET", path, permission, answers, tag)

    def post(
        self,
        path: str,
        *,
        permission: Admission,
        answers: Answers,
        tag: str,
        replay: Replay | None = None,
        max_body_bytes: int = DEFAULT_MAX_BODY_BYTES,
    ) -> Declare:
        """Declare a POST route."""
        return self._declare("POST", path, permission, answers, tag, replay, max_body_bytes)

    def put(self, path: str, *, permission: Admission, answers: Answers, tag: str) -> Declare:
        """Declare a PUT route."""
        return self._declare("PUT", path, permission, answers, tag)

    def patch(self, path: str, *, permission: Admission, answers: Answers, tag: str) -> Declare:
        """Declare a PATCH route."""
        return self._declare("PATCH", path, permission, answers, tag)

    def delete(self, path: str, *, permission: Admission, answers: Answers, tag: str) -> Declare:
        """Declare a DELETE route."""
        return self._declare("DELETE", path, permission, answers, tag)

    def later(self, place: str, adder: str, services: object) -> None:
        """Have routes declared when a path at or below `place` ("/v1/roles") is first asked for.

        `adder` names who declares them, a function of this Api and the services: "functions.x.role_routes:add_roles".
        """
        self._late.append((place, lambda: pkgutil.resolve_name(adder)(self, services)))

    def waits_for(self, path: str | None) -> bool:
        """Whether routes are still to be declared for a path; for any, if it is None."""
        return any(_is_at(path, place) for place, _ in self._late)

    def declare_late(self, path: str | None) -> list[Route]:
        """Declare what waits for a path, or for any, and return it. Raises TypeError for a route of another place."""
        before = len(self.routes)
        for place, declare in [late for late in self._late if _is_at(path, late[0])]:
            first = len(self.routes)
            declare()
            if strays := [route.path for route in self.routes[first:] if not _is_at(route.path, place)]:
                raise TypeError(f"declared for {place}, but not below it: {', '.join(strays)}")
        self._late = [late for late in self._late if not _is_at(path, late[0])]
        return self.routes[before:]

    def position(self, principal: Principal, query: PageQuery) -> Position | None:
        """Where the page begins that the current request asks for. Raises InvalidInputError at /query/cursor."""
        return self._cursors.read(principal, str(request.url_rule), query)

    def page(self, principal: Principal, query: PageQuery, items: list[Item], following: Position | None) -> Page[Item]:
        """The page of `items`, with the cursor to what follows the position; None at the end."""
        route = str(request.url_rule)
        cursor = None if following is None else self._cursors.write(principal, route, query, following)
        return Page(items=items, next_cursor=cursor)

    def _declare(
        self,
        method: str,
        path: str,
        permission: Admission,
        answers: Answers,
        tag: str,
        replay: Replay | None = None,
        max_body_bytes: int = DEFAULT_MAX_BODY_BYTES,
    ) -> Declare:
        def declare(handler: AnyHandler) -> AnyHandler:
            inputs = read_inputs(handler, has_replay=replay is not None, admission=permission)
            route = Route(method, path, permission, handler, answers, tag, replay, max_body_bytes, inputs)
            self.routes.append(route)
            return handler

        return declare


def _is_at(path: str | None, place: str) -> bool:
    return path is None or path == place or path.startswith(f"{place}/")
