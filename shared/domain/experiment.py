"""Experiments: two or more prompt versions of one role, format and language, tried on different people."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from pydantic import BaseModel

from shared.domain.documents import Equal, Filter
from shared.domain.errors import Sentence
from shared.domain.language import Format, Language
from shared.domain.prompt import head_key
from shared.domain.role import RoleKey

METRIC = "positive_reply_rate"
VARIANT_NAMES = "ABCDE"
"""What variants are called, in their order; so many an experiment has at most."""


class ExperimentState(StrEnum):
    """Where an experiment is in its life: `draft`, then `running`, then `stopped` or `decided`.

    While it runs, new messages of its place are its own; a stopped one waits for answers to what was sent and can still
    be decided.
    """

    DRAFT = "draft"
    RUNNING = "running"
    STOPPED = "stopped"
    DECIDED = "decided"


class Variant(BaseModel, defer_build=True):
    """One prompt version of the experiment; `weight` is its part of the people, beside the others' weights."""

    name: str
    prompt_id: str
    prompt_version: int
    weight: int


class Decision(BaseModel, defer_build=True):
    """Which variant was made the active one, by whom, and why where the evidence had not declared it."""

    variant: str
    by: str
    at: datetime
    reason: str | None = None


class Experiment(BaseModel, defer_build=True):
    """One experiment. Its place is its role, format and language; one experiment runs in a place at a time.

    Nothing is declared before each variant has `minimum_sample` mature delivered messages. `started_day` is the first
    day of the workspace on which it ran.
    """

    id: str
    name: str
    role: RoleKey
    format: Format
    language: Language
    variants: tuple[Variant, ...]
    minimum_sample: int
    state: ExperimentState = ExperimentState.DRAFT
    author: str
    created_at: datetime
    started_at: datetime | None = None
    started_day: date | None = None
    stopped_at: datetime | None = None
    decision: Decision | None = None

    @property
    def place(self) -> str:
        """The key of the prompt head that it runs at."""
        return head_key(self.role, self.format, self.language)

    def variant(self, name: str | None) -> Variant | None:
        """The variant by its name; None if there is none."""
        return next((variant for variant in self.variants if variant.name == name), None)

    def assigned(self, person: str) -> Variant:
        """The variant for a person, by whatever identifies them: the same whenever it is asked.

        A hash of experiment and person decides, so nothing is stored, and the groups of two experiments are
        independent of each other.
        """
        digest = hashlib.sha256(f"{self.id}\0{person}".encode()).digest()
        ends = list(accumulate(variant.weight for variant in self.variants))
        point = int.from_bytes(digest[:8]) % ends[-1]
        return next(variant for variant, end in zip(self.variants, ends, strict=True) if point < end)


class Participation(NamedTuple):
    """A message's part in an experiment."""

    experiment_id: str
    variant: str


class ExperimentMove(StrEnum):
    """What can be done to an experiment."""

    START = "start"
    STOP = "stop"
    DECIDE = "decide"
    DELETE = "delete"


_ALLOWED: Mapping[ExperimentState, Sequence[ExperimentMove]] = {
    ExperimentState.DRAFT: (ExperimentMove.START, ExperimentMove.DELETE),
    ExperimentState.RUNNING: (ExperimentMove.STOP, ExperimentMove.DECIDE),
    ExperimentState.STOPPED: (ExperimentMove.DECIDE,),
    ExperimentState.DECIDED: (),
}

_REFUSALS: Mapping[ExperimentState, Sentence] = {
    ExperimentState.DRAFT: Sentence(
        "Este experimento aún no ha empezado: se puede empezar (start) o borrar.",
        "This experiment has not started yet: it can be started (start) or deleted.",
    ),
    ExperimentState.RUNNING: Sentence(
        "Este experimento está en marcha: se puede parar (stop) o decidir (decide).",
        "This experiment is running: it can be stopped (stop) or decided (decide).",
    ),
    ExperimentState.STOPPED: Sentence(
        "Este experimento está parado: se puede decidir (decide).",
        "This experiment is stopped: it can be decided (decide).",
    ),
    ExperimentState.DECIDED: Sentence(
        "Este experimento ya está decidido y se conserva como está.",
        "This experiment is decided and is kept as it stands.",
    ),
}


def refusal(state: ExperimentState, move: ExperimentMove) -> Sentence | None:
    """Why the move is not allowed in the state, and what is; None if it is allowed."""
    return None if move in _ALLOWED[state] else _REFUSALS[state]


class ExperimentFilter(NamedTuple):
    """Which experiments a list shows; None means any."""

    role: str | None = None
    format: Format | None = None
    language: Language | None = None
    state: ExperimentState | None = None

    def as_filters(self) -> list[Filter]:
        """The same as the store takes it."""
        values = {"role": self.role, "format": self.format, "language": self.language, "state": self.state}
        return [Equal(name, value) for name, value in values.items() if value is not None]
