"""All functions behind one address, as the load balancer does in production: each path goes to the one that owns it."""

import os
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from flask import Request
from werkzeug.exceptions import NotFound
from werkzeug.routing import Map, Rule

from shared.api.http_errors import MisdirectedRequestError
from shared.api.language import preferred_language
from shared.api.problems import problem_response
from shared.api.response_headers import secure
from shared.domain.errors import Sentence
from shared.domain.ids import encode_id

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_LOCAL_HOST = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE)
_ELSEWHERE = Sentence(
    "Este servidor solo responde a localhost y 127.0.0.1.", "This server answers to localhost and 127.0.0.1 only."
)


class LocalRouter:
    """Answers only requests that name this machine: a page that points its own host name here gets a 421.

    `owners` maps each path template ("/v1/roles/<key>") to the name of its app; `site` answers everything else.
    """

    def __init__(
        self, apps: Mapping[str, "WSGIApplication"], owners: Mapping[str, str], site: "WSGIApplication"
    ) -> None:
        self._apps = apps
        self._site = site
        self._map = Map([Rule(path, endpoint=name) for path, name in owners.items()], merge_slashes=False)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer one request."""
        if _LOCAL_HOST.fullmatch(environ.get("HTTP_HOST", "")) is None:
            return _refusal(environ)(environ, start_response)
        return self._app_of(environ)(environ, start_response)

    def _app_of(self, environ: "WSGIEnvironment") -> "WSGIApplication":
        try:
            owner, _ = self._map.bind("").match(Request(environ).path)
        except NotFound:
            return self._site
        return self._apps[owner]


def _refusal(environ: "WSGIEnvironment") -> "WSGIApplication":
    request = Request(environ)
    language = preferred_language(request.accept_languages)
    request_id = encode_id(os.urandom(16))
    answer = problem_response(MisdirectedRequestError(_ELSEWHERE), language, request.path, request_id)
    return secure(answer, request_id)
