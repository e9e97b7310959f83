"""The HTTP side of Idempotency-Key: a POST that is repeated answers what the first one created.

The memory is a service (`shared.services.replay_request`); here the key is read, the request is digested and the
answer is rendered again. The header is that of draft-ietf-httpapi-idempotency-key-header.
"""

import hashlib
import json
from collections.abc import Callable

from shared.api.app_services import RequestMemory
from shared.api.route import Answer, Replay, Route
from shared.domain.errors import InvalidInputError, OutreachError
from shared.domain.idempotency import Claim, Finished
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.principal import Caller
from shared.telemetry.logs import get_logger

HEADER = "Idempotency-Key"
REPLAY_HEADER = "Idempotent-Replay"
KEY_PATTERN = r"[\x21-\x7e]{1,255}"

_KEY = lazy_pattern(KEY_PATTERN)
_SERVER_ERROR = 500
_log = get_logger()


def read_key(header: str | None) -> str | None:
    """The key that a request brings, or None. Raises InvalidInputError unless it is 1 to 255 visible ASCII
    characters.
    """
    if header is not None and _KEY.fullmatch(header) is None:
        raise InvalidInputError.at(
            f"/headers/{HEADER}",
            "La clave tiene de 1 a 255 caracteres ASCII visibles, sin espacios.",
            "The key has 1 to 255 visible ASCII characters, without spaces.",
        )
    return header


def digest_of(route: Route, workspace_id: str, parameters: dict[str, str], body: bytes) -> str:
    """A digest over everything that must be the same for a request to count as the same one."""
    frame = json.dumps([workspace_id, route.method, route.template, sorted(parameters.items())])
    return hashlib.sha256(frame.encode() + b"\n" + body).hexdigest()


def answer_once(
    route: Route,
    replay: Replay,
    memory: RequestMemory,
    caller: Caller,
    key: str,
    digest: str,
    run: Callable[[Claim], Answer],
) -> Answer:
    """The answer of `run`, or, if the same request was answered before, what it created as it stands now."""
    outcome = memory.begin(caller, f"{route.method} {route.template}", key, digest)
    if isinstance(outcome, Finished):
        return Answer(replay(caller, outcome.resource_id), outcome.status, {REPLAY_HEADER: "true"})
    try:
        answer = run(outcome)
    except OutreachError as error:
        refused = error.status < _SERVER_ERROR
        _settle(memory.forget if refused else memory.abandon, outcome)
        raise
    except Exception:
        _settle(memory.abandon, outcome)
        raise
    created = answer.remember
    if created is None:
        _settle(memory.forget, outcome)
    else:
        _settle(lambda claim: memory.finish(claim, created, answer.status), outcome)
    return answer


def _settle(settle: Callable[[Claim], None], claim: Claim) -> None:
    """Tell the memory how the request ended. If that fails its lease will end, and a repetition meets what was made by
    its id; the answer at hand matters more than this error.
    """
    try:
        settle(claim)
    except Exception:  # noqa: BLE001  whatever the store raises
        _log.warning("idempotency_key_not_settled", exc_info=True)
