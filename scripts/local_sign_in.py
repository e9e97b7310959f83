"""The laptop's own sign-in: an OpenID Connect issuer's pages and endpoints under /auth, over the embedded issuer.

Authorization code with PKCE (RFC 6749 with RFC 7636 and RFC 9700: S256 only, a redirect to this machine only), so that
a web application uses the same code here and with a real issuer. There is no password: who sits at the machine chooses
who to be, which is why the issuer refuses to run anywhere else.
"""

import html
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import Flask, Response, jsonify, request

from shared.domain.errors import InvalidInputError, NotPermittedError, Sentence
from shared.prompts.demo_people import CLIENT_ID, ISSUER_PATH, LOCAL_PEOPLE, local_person

if TYPE_CHECKING:
    from pathlib import Path

    from shared.adapters.embedded.local_issuer import LocalIssuer

_REDIRECT = re.compile(r"http://(localhost|127\.0\.0\.1)(:[0-9]{1,5})?(/[!-~]*)?")
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
_MOST_CHARACTERS = 2_000
# Browsers hold form-action against the redirect that follows a form too.
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self' http://localhost:* http://127.0.0.1:*"
)
_ROLES = {
    "owner": "propietaria: todo",
    "admin": "administrador: todo menos cerrar o ceder el espacio",
    "agent": "comercial: escribe y aprueba",
    "viewer": "lectura",
    None: "sin espacio de trabajo todavía",
}
_ELSEWHERE = Sentence("Esta petición viene de otra página.", "This request comes from another page.")


def add_sign_in(app: Flask, issuer: "Callable[[], LocalIssuer]", pages: "Path") -> None:
    """Add the issuer's endpoints to the site."""
    for path, method, view in (
        ("/.well-known/openid-configuration", "GET", _description),
        ("/keys", "GET", lambda: jsonify(issuer().keys())),
        ("/authorize", "GET", lambda: _sign_in_page(pages)),
        ("/authorize", "POST", lambda: _choose(issuer())),
        ("/token", "POST", lambda: _exchange(issuer())),
        ("/demo-token", "POST", lambda: _demo_token(issuer())),
    ):
        app.add_url_rule(
            ISSUER_PATH + path, f"{method} {path}", view, methods=[method], provide_automatic_options=False
        )


def _address() -> str:
    return f"http://{request.host}{ISSUER_PATH}"


def _description() -> Response:
    """OpenID Connect Discovery 1.0, section 3."""
    address = _address()
    return jsonify(
        issuer=address,
        authorization_endpoint=f"{address}/authorize",
        token_endpoint=f"{address}/token",
        jwks_uri=f"{address}/keys",
        response_types_supported=["code"],
        grant_types_supported=["authorization_code"],
        subject_types_supported=["public"],
        id_token_signing_alg_values_supported=["ES256"],
        token_endpoint_auth_methods_supported=["none"],
        code_challenge_methods_supported=["S256"],
        scopes_supported=["openid", "email", "profile"],
        claims_supported=["sub", "email", "email_verified", "name", "auth_time"],
    )


def _sign_in_page(pages: "Path") -> Response:
    asked = _asked(request.args)
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{html.escape(value)}">' for name, value in asked.items()
    )
    buttons = "".join(
        f'<li><button name="person" value="{person.subject}">{html.escape(person.name)}</button> '
        f'<span class="muted">{html.escape(_ROLES[person.role])}</span></li>'
        for person in LOCAL_PEOPLE
    )
    page = (pages / "sign-in.html").read_text("utf-8")
    page = page.replace("{{ hidden }}", hidden).replace("{{ people }}", buttons)
    # With no-referrer a browser sends the form with `Origin: null`, as if from another page.
    headers = {"Content-Security-Policy": _POLICY, "Referrer-Policy": "same-origin"}
    return Response(page, content_type="text/html; charset=utf-8", headers=headers)


def _choose(issuer: "LocalIssuer") -> Response:
    """Send the browser back with a code for the person who was chosen (RFC 6749, 4.1.2; RFC 9207)."""
    _require_own_page()
    asked = _asked(request.form)
    code = issuer.code(
        request.form.get("person", ""), asked["redirect_uri"], asked["code_challenge"], asked.get("nonce")
    )
    answer = {"code": code, "iss": _address(), **({"state": asked["state"]} if "state" in asked else {})}
    return Response(status=303, headers={"Location": f"{asked['redirect_uri']}?{urlencode(answer)}"})


def _exchange(issuer: "LocalIssuer") -> Response:
    form = request.form
    token = None
    if form.get("grant_type") == "authorization_code" and form.get("client_id") == CLIENT_ID:
        given = (form.get("code", ""), form.get("redirect_uri", ""), form.get("code_verifier", ""))
        token = issuer.exchange(*given, _address())
    if token is None:
        refused = jsonify(error="invalid_grant")
        refused.status_code = 400
        return refused
    return _tokens(token)


def _demo_token(issuer: "LocalIssuer") -> Response:
    """A token without a browser, for a terminal: curl -d person=agent http://localhost:8080/auth/demo-token"""
    _require_own_page()
    person = local_person(request.form.get("person", ""))
    if person is None:
        raise InvalidInputError.at("/person", "No hay nadie con ese nombre.", "There is nobody by that name.")
    return _tokens(issuer.token(person, _address()))


def _tokens(token: str) -> Response:
    """The ID token is what our API takes; a real issuer's access token would be for the issuer itself."""
    return jsonify(id_token=token, access_token=token, token_type="Bearer", expires_in=3600)  # noqa: S106


def _asked(given: Mapping[str, str]) -> dict[str, str]:
    """What an authorization request asks for. Raises InvalidInputError: a wrong one is never sent on."""
    wanted = {"client_id": CLIENT_ID, "response_type": "code", "code_challenge_method": "S256"}
    for name, value in wanted.items():
        if given.get(name) != value:
            raise _wrong(name)
    if _REDIRECT.fullmatch(given.get("redirect_uri", "")) is None or "?" in given["redirect_uri"]:
        raise _wrong("redirect_uri")
    if _CHALLENGE.fullmatch(given.get("code_challenge", "")) is None:
        raise _wrong("code_challenge")
    names = (*wanted, "redirect_uri", "code_challenge", "state", "nonce")
    found = {name: given[name] for name in names if name in given}
    if sum(map(len, found.values())) > _MOST_CHARACTERS:
        raise _wrong("state")
    return found


def _wrong(name: str) -> InvalidInputError:
    return InvalidInputError.at(f"/query/{name}", "Falta o no vale.", "It is missing or not valid.")


def _require_own_page() -> None:
    """Another site's form must not choose for the person who sits here."""
    origin = request.headers.get("Origin")
    if origin not in (None, f"http://{request.host}"):
        raise NotPermittedError(_ELSEWHERE)
