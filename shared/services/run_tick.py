"""What the clock does, once a minute: Cloud Scheduler's call, or the local server's own clock."""

from collections.abc import Callable, Mapping

from shared.domain.errors import OutreachError, Sentence, UpstreamFailedError
from shared.telemetry.logs import get_logger

_log = get_logger()

_FAILED = Sentence("Una parte del trabajo de cada minuto falló.", "A part of each minute's work failed.")

TickStep = Callable[[], int]
"""One kind of work that may be due; answers how much was done. Doing it twice, or at the same time, is harmless."""


class RunTick:
    """Takes the steps in their order. What a tick did not do, or only half, the next one finds still to be done."""

    def __init__(self, steps: Mapping[str, TickStep]) -> None:
        self._steps = steps

    def __call__(self) -> dict[str, int]:
        """How much each step did. One that fails keeps no other; UpstreamFailedError says so at the end."""
        done: dict[str, int] = {}
        for name, step in self._steps.items():
            try:
                done[name] = step()
            except OutreachError as error:
                _log.error("tick_step_failed", operation=name, code=error.code)
            except Exception:  # noqa: BLE001  one kind of work with a bug must not stop every other one for ever
                _log.exception("tick_step_failed", operation=name)
        if len(done) < len(self._steps):
            raise UpstreamFailedError(_FAILED)
        return done
