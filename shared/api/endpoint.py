"""One route at work. The order of its refusals: credential, permission, size, JSON, schema, existence, state; so a
stranger learns nothing from a malformed body (api.md, "Order of refusals").
"""

from typing import Any

from flask import Response, g, request
from pydantic import BaseModel

from shared.api.app_services import AppServices
from shared.api.authentication import admit
from shared.api.downloads import Download, MediaType, download_response
from shared.api.entity_tag import entity_tag
from shared.api.idempotency import HEADER, answer_once, digest_of, read_key
from shared.api.request_input import RequestInput, read_request
from shared.api.route import Answer, Route
from shared.domain.idempotency import Claim
from shared.domain.principal import Principal


class Endpoint:
    """The view function of one route: a request in, a response or an error of the one tree out."""

    def __init__(self, route: Route, services: AppServices) -> None:
        self._route = route
        self._services = services

    def __call__(self, **_parameters: str) -> Response:
        """Answer the current request."""
        principal = admit(self._route, request.headers.get("Authorization"), self._services)
        g.principal = principal
        given = read_request(self._route, request)
        answer = self._answer(principal, given)
        return self._file(answer) if isinstance(answer, Download) else _response(answer)

    def _answer(self, principal: Principal | None, given: RequestInput) -> Answer | Download:
        arguments: dict[str, Any] = dict(given.values)
        if principal is None:
            return self._run(arguments)
        if "principal" in self._route.inputs:
            arguments["principal"] = principal
        if "if_match" in self._route.inputs:
            arguments["if_match"] = entity_tag(request.headers.get("If-Match"))
        if self._route.replay is None:
            return self._run(arguments)
        return self._answer_once(principal, given, arguments)

    def _answer_once(self, principal: Principal, given: RequestInput, arguments: dict[str, Any]) -> Answer:
        def run(claim: Claim) -> Answer:
            answer = self._run({**arguments, "claim": claim})
            assert isinstance(answer, Answer)  # noqa: S101  what is created is shown, never sent as a file; narrows
            return answer

        memory = self._services.replay_request
        key = read_key(request.headers.get(HEADER))
        if key is None or self._route.replay is None:
            return run(memory.unguarded())
        parameters = request.view_args or {}
        digest = digest_of(self._route, principal.workspace_id, parameters, given.canonical_body)
        return answer_once(self._route, self._route.replay, memory, principal, key, digest, run)

    def _run(self, arguments: dict[str, Any]) -> Answer | Download:
        answer = self._route.handler(**arguments)
        return Answer(answer) if isinstance(answer, BaseModel) else answer

    def _file(self, download: Download) -> Response:
        (media_type,) = (kind for kind in self._route.answers.values() if isinstance(kind, MediaType))
        return download_response(download, media_type)


def _response(answer: Answer) -> Response:
    """All fields, by their public names, null for what is absent."""
    body = None if answer.body is None else answer.body.model_dump_json(by_alias=True)
    response = Response(body, answer.status, mimetype="application/json")
    if body is None:
        del response.headers["Content-Type"]
    response.headers.extend(answer.headers)
    return response
