"""What happens around every request: it gets an id, its trace, one line in the log, and the headers of all answers."""

import os
import time

from flask import Flask, Response, g, request

from shared.api.cors import allow_origin, preflight
from shared.api.language import interface_language
from shared.api.problems import error_of, problem_response
from shared.api.response_headers import rate_headers, secure
from shared.api.route import template_of
from shared.api.version import VERSION
from shared.domain.ids import encode_id
from shared.domain.principal import Principal
from shared.telemetry.logs import get_logger
from shared.telemetry.spans import Attributes, begin_request, end_request
from shared.telemetry.trace import bind_request, read_trace

_SERVER_ERRORS = 500
_log = get_logger()


def frame_requests(app: Flask, function: str, origins: frozenset[str] = frozenset()) -> None:
    """Put the frame around every request of `app`, its refusals and failures included."""
    app.before_request(lambda: _begin(function))
    app.before_request(lambda: preflight(request, origins))
    app.after_request(lambda response: _trace(function, _end(response, origins)))
    app.register_error_handler(Exception, _fail)


def _begin(function: str) -> None:
    """Name the request. Its id is always ours: one from outside could imitate another's in the log."""
    g.request_id = encode_id(os.urandom(16))
    g.started = time.perf_counter()
    trace = read_trace(request.headers.get("traceparent"), request.headers.get("X-Cloud-Trace-Context"))
    standing = begin_request(f"{request.method} {_route_template()}", trace)
    bind_request(g.request_id, function, VERSION, standing)


def _end(response: Response, origins: frozenset[str]) -> Response:
    """Finish the answer and write the request's line: the route, never the path with its ids nor the query."""
    principal = g.get("principal")
    _log.info(
        "request_answered",
        method=request.method,
        route=_route_template(),
        status=response.status_code,
        duration_ms=round((time.perf_counter() - g.started) * 1000, 1),
        workspace_id=principal.workspace_id if isinstance(principal, Principal) else None,
        principal_id=None if principal is None else principal.id,
    )
    response.headers.extend(rate_headers(g.get("allowance")))
    allow_origin(request, response, origins)
    return secure(response, g.request_id)


def _trace(function: str, response: Response) -> Response:
    """Send the request's spans, where it is traced; the time that takes is not the request's own."""
    said: Attributes = {
        "faas.name": function,
        "http.route": _route_template(),
        "http.response.status_code": response.status_code,
    }
    end_request(said, str(response.status_code) if response.status_code >= _SERVER_ERRORS else None)
    return response


def _fail(failure: Exception) -> Response:
    """The problem that says what went wrong. Failures of ours and of what we rely on leave their stack in the log."""
    error = error_of(failure)
    if error.status >= _SERVER_ERRORS:
        event = "request_failed" if error.status == _SERVER_ERRORS else "upstream_failed"
        _log.error(event, code=error.code, exc_info=failure)
    return problem_response(error, interface_language(), request.path, g.request_id)


def _route_template() -> str:
    return "unmatched" if request.url_rule is None else template_of(request.url_rule.rule)
