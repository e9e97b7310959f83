"""What a function declares of each of its routes, and what a handler answers."""

import inspect
from collections.abc import Callable, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from shared.api.downloads import Download, MediaType
from shared.api.uploads import UploadedFile
from shared.domain.principal import Permission

DEFAULT_MAX_BODY_BYTES: Final = 1_000_000


class Public(Enum):
    """The declaration that a route is open to strangers; said, never left out."""

    PUBLIC = "public"


class Known(Enum):
    """The declaration that any credential will do, whatever workspace it is in; the service looks at the rest."""

    KNOWN = "known"


class Internal(Enum):
    """The declaration that only the queue and the clock may call a route."""

    TASKS = "tasks"


PUBLIC: Final = Public.PUBLIC
KNOWN: Final = Known.KNOWN
TASKS: Final = Internal.TASKS

Admission: TypeAlias = Permission | Known | Public | Internal
"""Whom a route lets in."""


class Answer(NamedTuple):
    """What a handler answers where a bare model with status 200 does not do.

    `remember` is the id of what was created: a repetition under the same Idempotency-Key answers that. None, for a
    dry run, leaves nothing to repeat.
    """

    body: BaseModel | None
    status: int = 200
    headers: Mapping[str, str] = {}
    remember: str | None = None


Handler: TypeAlias = Callable[..., BaseModel | Answer | Download]
AnyHandler = TypeVar("AnyHandler", bound=Handler)

Answers: TypeAlias = Mapping[int, type[BaseModel] | MediaType | None]
"""What a route answers by status of success: the model of its JSON, the kind of its file, None for an empty body."""

Replay: TypeAlias = Callable[[Any, str], BaseModel]
"""Shows what was created before, by its id, as it stands now."""

_INPUTS = frozenset({"caller", "principal", "path", "query", "body", "file", "claim", "if_match"})


class Route(NamedTuple):
    """One route: method and path template ("/v1/roles/<key>"), who may, what it reads, what it answers.

    The handler takes what it names: `principal`, or `caller` where any credential will do; `path`, `query` and `body`
    as the models of its annotations; `file`, an `UploadedFile`; `claim` where the route has a `replay`; `if_match`, the
    entity tag of If-Match or None. One that takes a file as well as a body gets either and None for the other. A body
    that may be an empty object may be left out. The first line of its docstring is the summary of the
    API's description.
    """

    method: str
    path: str
    permission: Admission
    handler: Handler
    answers: Answers
    tag: str
    replay: Replay | None
    max_body_bytes: int
    inputs: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The handler's name: the operation id of the API's description."""
        return self.handler.__name__

    @property
    def template(self) -> str:
        """The path as OpenAPI and the logs write it: "/v1/roles/{key}"."""
        return template_of(self.path)

    @property
    def takes_file(self) -> bool:
        """Whether a file may come in."""
        return "file" in self.inputs

    def model(self, name: str) -> type[BaseModel] | None:
        """The model that the handler reads as `path`, `query` or `body`; None if it does not."""
        return self.inputs.get(name)


def template_of(path: str) -> str:
    """Flask's "/v1/roles/<key>" as OpenAPI and the logs write it: "/v1/roles/{key}"."""
    return path.replace("<", "{").replace(">", "}")


def read_inputs(handler: Handler, *, has_replay: bool, admission: Admission) -> dict[str, Any]:
    """What a handler takes, by name. Raises TypeError for a handler that could not be served."""
    hints = get_type_hints(handler)
    inputs = {name: _without_none(hints.get(name)) for name in inspect.signature(handler).parameters}
    _require(inputs.keys() <= _INPUTS, handler, f"takes only {', '.join(sorted(_INPUTS))}")
    _require(("claim" in inputs) == has_replay, handler, "takes a claim exactly where its route has a replay")
    takes_one = isinstance(admission, Permission)
    _require(("principal" in inputs) == takes_one, handler, "takes a principal exactly where it needs a permission")
    _require(
        ("caller" in inputs) == (admission is KNOWN), handler, "takes a caller exactly where any credential will do"
    )
    _require(inputs.get("file") in (None, UploadedFile), handler, "takes a file as an UploadedFile")
    for name in ("query", "body"):
        model = inputs.get(name)
        forbids = model is None or model.model_config.get("extra") == "forbid"
        _require(forbids, handler, f"reads a {name} that does not forbid unknown fields")
    return inputs


def _without_none(hint: Any) -> Any:
    """The X of "X | None"."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    others = [part for part in get_args(hint) if part is not NoneType]
    return others[0] if len(others) == 1 else hint


def _require(holds: bool, handler: Handler, rule: str) -> None:
    if not holds:
        raise TypeError(f"{handler.__qualname__} breaks a rule of routes: it {rule}")
