"""A verifier that is made when the first person comes: its libraries take 50 ms to load, and many starts see none."""

from collections.abc import Callable

from shared.domain.identity import Identity
from shared.ports import TokenVerifier


class LateVerifier:
    """A TokenVerifier in front of the one that `make` makes."""

    def __init__(self, make: Callable[[], TokenVerifier]) -> None:
        self._make = make
        self._made: TokenVerifier | None = None

    def verify(self, token: str) -> Identity:
        """The identity that the token states. Raises NotAuthenticatedError, UpstreamFailedError."""
        if self._made is None:
            self._made = self._make()
        return self._made.verify(token)
