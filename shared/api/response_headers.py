"""The headers that every answer carries (OWASP REST Security Cheat Sheet, "Security Headers")."""

from flask import Response

from shared.services.limit_requests import WINDOW_SECONDS, RequestAllowance

ON_EVERY_ANSWER = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",  # RFC 6797; over plain http nobody heeds it
    "Cross-Origin-Resource-Policy": "same-origin",
}


def secure(response: Response, request_id: str) -> Response:
    """`response` with the headers of every answer; what it says itself stays. No copy of an answer may be kept."""
    for name, value in {**ON_EVERY_ANSWER, "Cache-Control": "no-store", "X-Request-Id": request_id}.items():
        response.headers.setdefault(name, value)
    return response


def rate_headers(allowance: RequestAllowance | None) -> dict[str, str]:
    """What is left to the caller, as draft-ietf-httpapi-ratelimit-headers-10 writes it; nothing for strangers."""
    if allowance is None:
        return {}
    left = max(0, allowance.remaining)
    return {
        "RateLimit-Policy": f'"requests";q={allowance.limit};w={WINDOW_SECONDS}',
        "RateLimit": f'"requests";r={left};t={allowance.reset_seconds}',
    }
