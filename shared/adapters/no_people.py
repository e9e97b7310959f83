"""The verifier of a deployment without an issuer: only API keys are let in."""

from typing import NoReturn

from shared.domain.errors import NotAuthenticatedError, Sentence

_REFUSED = Sentence("La credencial falta o no es válida.", "The credential is missing or not valid.")


class NoPeople:
    """A TokenVerifier that trusts nobody."""

    def verify(self, token: str) -> NoReturn:  # noqa: ARG002  the port's signature
        """Raises NotAuthenticatedError."""
        raise NotAuthenticatedError(_REFUSED)
