"""The token of the embedded queue: no IAM stands in front of the handlers on a laptop, so the queue signs."""

from collections.abc import Callable

from itsdangerous import BadData, URLSafeTimedSerializer

from shared.domain.errors import NotAuthenticatedError, Sentence

_REFUSED = Sentence("Solo la cola puede llamar aquí.", "Only the queue may call this.")
_SALT = "embedded-queue"


class QueueToken:
    """Signs for a path and knows its own signature again. `secret` is asked at each use."""

    def __init__(self, secret: Callable[[], bytes], lifetime_seconds: float) -> None:
        self._secret = secret
        self._lifetime = lifetime_seconds

    def for_path(self, path: str) -> str:
        """The bearer token of a delivery to the path."""
        token: str = self._serializer().dumps(path)
        return token

    def admit(self, token: str, path: str) -> None:
        """See `shared.ports.TaskCallers.admit`."""
        try:
            signed = self._serializer().loads(token, max_age=int(self._lifetime) + 1)
        except BadData as error:
            raise NotAuthenticatedError(_REFUSED) from error
        if signed != path:
            raise NotAuthenticatedError(_REFUSED)

    def _serializer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._secret(), salt=_SALT)
