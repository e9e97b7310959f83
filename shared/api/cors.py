"""Which pages of other origins may call the API from a browser (Fetch standard, "CORS protocol").

None unless settings name them: the product's own pages come from the API's address. A credential is a header that the
page itself sets, so cookies are never allowed along.
"""

from flask import Request, Response

_METHODS = "GET, POST, PUT, PATCH, DELETE"
_SENT = "Authorization, Content-Type, Idempotency-Key, If-Match, Accept-Language, X-Workspace"
_SHOWN = "ETag, Idempotent-Replay, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id"
_PREFLIGHT_SECONDS = "600"


def preflight(request: Request, origins: frozenset[str]) -> Response | None:
    """The answer to a browser that asks whether it may; None for any other request."""
    asks = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
    if not asks or request.headers.get("Origin") not in origins:
        return None
    answer = Response(status=204)
    del answer.headers["Content-Type"]
    answer.headers["Access-Control-Allow-Methods"] = _METHODS
    answer.headers["Access-Control-Allow-Headers"] = _SENT
    answer.headers["Access-Control-Max-Age"] = _PREFLIGHT_SECONDS
    return answer


def allow_origin(request: Request, response: Response, origins: frozenset[str]) -> None:
    """Let the page of an allowed origin read the answer; others get no word about it."""
    if not origins:
        return
    response.vary.add("Origin")
    origin = request.headers.get("Origin")
    if origin in origins:
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = _SHOWN
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
