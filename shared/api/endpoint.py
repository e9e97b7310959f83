"""One route at work. The order of its refusals: credential, permission, rate, size, JSON, schema, existence, state;
so a stranger learns nothing from a malformed body (api.md, "Order of refusals").
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Response, g, request
from pydantic import BaseModel

from shared.api.app_services import AppServices
from shared.api.authentication import act_of, admit, origin_of
from shared.api.downloads import Download, MediaType, download_response
from shared.api.entity_tag import entity_tag
from shared.api.idempotency import HEADER, answer_once, digest_of, read_key
from shared.api.request_input import RequestInput, read_request
from shared.api.route import Answer, Route
from shared.domain.act import Act, acting
from shared.domain.errors import NotPermittedError
from shared.domain.idempotency import Claim
from shared.domain.principal import Caller, Principal


class Endpoint:
    """The view function of one route: a request in, a response or an error of the one tree out."""

    def __init__(self, route: Route, services: AppServices) -> None:
        self._route = route
        self._services = services

    def __call__(self, **_parameters: str) -> Response:
        """Answer the current request."""
        origin = origin_of(request, self._services.http_policy.trusted_proxies, g.request_id)
        caller = admit(self._route, request, origin, self._services)
        g.principal = caller
        if caller is None:
            return self._shown(self._run(dict(read_request(self._route, request).values)))
        g.allowance = self._services.limit_requests(caller)
        self._services.limit_requests.require(g.allowance)
        given = read_request(self._route, request)
        act = act_of(self._route, caller, origin)
        with acting(act), self._refusals_kept(caller, act):
            return self._shown(self._answer(caller, given))

    @contextmanager
    def _refusals_kept(self, caller: Caller, act: Act) -> Iterator[None]:
        """What a service refuses, whom the route let in, stands in the audit log as what the route refuses does: an
        admin who would make an owner, a key that would make a stronger one. Somebody in no workspace is in no log.
        """
        try:
            yield
        except NotPermittedError:
            if isinstance(caller, Principal):
                self._services.record_audit.refusal(caller, act)
            raise

    def _shown(self, answer: Answer | Download) -> Response:
        return self._file(answer) if isinstance(answer, Download) else _response(answer)

    def _answer(self, caller: Caller, given: RequestInput) -> Answer | Download:
        arguments: dict[str, Any] = dict(given.values)
        arguments.update({name: caller for name in ("caller", "principal") if name in self._route.inputs})
        if "if_match" in self._route.inputs:
            arguments["if_match"] = entity_tag(request.headers.get("If-Match"))
        if self._route.replay is None:
            return self._run(arguments)
        return self._answer_once(caller, given, arguments)

    def _answer_once(self, caller: Caller, given: RequestInput, arguments: dict[str, Any]) -> Answer:
        def run(claim: Claim) -> Answer:
            answer = self._run({**arguments, "claim": claim})
            assert isinstance(answer, Answer)  # noqa: S101  what is created is shown, never sent as a file; narrows
            return answer

        memory = self._services.replay_request
        key = read_key(request.headers.get(HEADER))
        if key is None or self._route.replay is None:
            return run(memory.unguarded())
        parameters = request.view_args or {}
        digest = digest_of(self._route, caller.workspace_id, parameters, given.canonical_body)
        return answer_once(self._route, self._route.replay, memory, caller, key, digest, run)

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
