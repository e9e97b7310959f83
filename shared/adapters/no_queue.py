"""No queue, for a function that puts nothing into one and handles no tasks."""

from collections.abc import Sequence
from typing import NoReturn

from shared.domain.errors import NotAuthenticatedError, Sentence, UpstreamFailedError
from shared.domain.tasks import Task

_NONE = Sentence(
    "Este servicio no tiene cola de tareas (APP_QUEUE=none).", "This service has no task queue (APP_QUEUE=none)."
)


class NoQueue:
    """The TaskQueue and TaskCallers ports where there is no queue: nothing goes in, and nobody calls for one."""

    def enqueue(self, tasks: Sequence[Task]) -> NoReturn:  # noqa: ARG002  none is taken
        """Raises UpstreamFailedError."""
        raise UpstreamFailedError(_NONE)

    def admit(self, token: str, path: str) -> NoReturn:  # noqa: ARG002  nobody is admitted, whoever it is
        """Raises NotAuthenticatedError."""
        raise NotAuthenticatedError(_NONE)

    def close(self) -> None:
        """Nothing to let go of."""
