"""Who is asking: the bearer token of the Authorization header (RFC 6750)."""

import re

from shared.api.app_services import AppServices
from shared.api.route import Public, Route
from shared.domain.errors import NotAuthenticatedError, NotPermittedError, Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.principal import Principal

_BEARER = lazy_pattern(r"bearer +([A-Za-z0-9\-._~+/]{1,8192}=*)", re.IGNORECASE)
_REFUSED = Sentence("La credencial falta o no es válida.", "The credential is missing or not valid.")
_NOT_YOURS = Sentence("Tu credencial no permite hacer esto.", "Your credential does not allow this.")


def admit(route: Route, authorization: str | None, services: AppServices) -> Principal | None:
    """The caller who may use `route`; None on a public route, where nobody is asked.

    Raises NotAuthenticatedError, in the same words whatever is wrong, and NotPermittedError.
    """
    if isinstance(route.permission, Public):
        return None
    principal = services.authenticate(_token(authorization))
    if not principal.may(route.permission):
        raise NotPermittedError(_NOT_YOURS)
    return principal


def _token(authorization: str | None) -> str:
    match = _BEARER.fullmatch(authorization or "")
    if match is None:
        raise NotAuthenticatedError(_REFUSED)
    return match[1]
