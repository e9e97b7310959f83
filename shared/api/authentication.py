"""Who is asking: the bearer token of the Authorization header (RFC 6750), and the workspace of X-Workspace."""

import re

from flask import Request

from shared.api.app_services import AppServices
from shared.api.route import KNOWN, Internal, Public, Route
from shared.domain.act import Act, Origin
from shared.domain.errors import NotAuthenticatedError, NotPermittedError, Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.principal import Caller, Principal

WORKSPACE_HEADER = "X-Workspace"

_BEARER = lazy_pattern(r"bearer +([A-Za-z0-9\-._~+/]{1,8192}=*)", re.IGNORECASE)
_MOST_AGENT_CHARACTERS = 200
_REFUSED = Sentence("La credencial falta o no es válida.", "The credential is missing or not valid.")
_NOT_YOURS = Sentence("Tu credencial no permite hacer esto.", "Your credential does not allow this.")


def admit(route: Route, request: Request, origin: Origin, services: AppServices) -> Caller | None:
    """The caller who may use `route`; None on a public route, where nobody is asked, and for the queue and the clock.

    Raises NotAuthenticatedError, in the same words whatever is wrong, and NotPermittedError.
    """
    if isinstance(route.permission, Public):
        return None
    token = _token(request.headers.get("Authorization"))
    if isinstance(route.permission, Internal):
        services.admit_task(token, route.path)
        return None
    if route.permission is KNOWN:
        return services.identify(token)
    principal = services.authenticate(token, request.headers.get(WORKSPACE_HEADER), origin)
    if not principal.may(route.permission):
        services.record_audit.refusal(principal, act_of(route, principal, origin))
        raise NotPermittedError(_NOT_YOURS)
    return principal


def act_of(route: Route, caller: Caller, origin: Origin) -> Act:
    """What the caller does by this request, as the audit log names it."""
    kind = caller.kind if isinstance(caller, Principal) else "person"
    return Act(caller.id, str(kind), route.name, origin)


def origin_of(request: Request, trusted_proxies: int, request_id: str) -> Origin:
    """Where the request comes from. Of X-Forwarded-For only what our own proxies wrote is believed."""
    address = request.remote_addr
    if trusted_proxies:
        hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")]
        address = hops[-trusted_proxies] if len(hops) >= trusted_proxies else hops[0]
    agent = request.headers.get("User-Agent")
    return Origin((address or "")[:45] or None, agent and agent[:_MOST_AGENT_CHARACTERS], request_id)


def _token(authorization: str | None) -> str:
    match = _BEARER.fullmatch(authorization or "")
    if match is None:
        raise NotAuthenticatedError(_REFUSED)
    return match[1]
