"""The headers that every answer carries (OWASP REST Security Cheat Sheet, "Security Headers")."""

from flask import Response

_ON_EVERY_ANSWER = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


def secure(response: Response, request_id: str) -> Response:
    """`response` with the headers of every answer; what it says itself stays. No copy of an answer may be kept."""
    for name, value in {**_ON_EVERY_ANSWER, "Cache-Control": "no-store", "X-Request-Id": request_id}.items():
        response.headers.setdefault(name, value)
    return response
