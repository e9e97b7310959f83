"""Who calls functions/tasks in the cloud: IAM has verified the token and has let the caller in.

Cloud Run then takes the signature off (https://cloud.google.com/run/docs/troubleshooting#signature-removed), so here
only the token's claims are read.
"""

import base64
import binascii
import json
from collections.abc import Collection
from typing import Any

from shared.domain.errors import NotAuthenticatedError, NotPermittedError, Sentence

_REFUSED = Sentence("La credencial falta o no es válida.", "The credential is missing or not valid.")
_NOT_YOURS = Sentence("Solo la cola y el reloj pueden llamar aquí.", "Only the queue and the clock may call this.")


class GoogleTaskCallers:
    """The TaskCallers port behind Cloud Run's IAM: the service accounts of the queue and of the clock, by e-mail."""

    def __init__(self, audience: str, emails: Collection[str]) -> None:
        self._audience = audience
        self._emails = frozenset(emails)

    def admit(self, token: str, path: str) -> None:  # noqa: ARG002  one audience holds for all paths
        """See `shared.ports.TaskCallers.admit`."""
        claims = _claims(token)
        if claims.get("aud") != self._audience:
            raise NotAuthenticatedError(_REFUSED)
        if claims.get("email") not in self._emails or claims.get("email_verified") is not True:
            raise NotPermittedError(_NOT_YOURS)


def _claims(token: str) -> dict[str, Any]:
    """The claims of a JSON Web Token, whose signature is not looked at."""
    try:
        _, payload, _ = token.split(".")
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (ValueError, binascii.Error) as error:
        raise NotAuthenticatedError(_REFUSED) from error
    if not isinstance(claims, dict):
        raise NotAuthenticatedError(_REFUSED)
    return claims
