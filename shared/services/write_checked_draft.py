"""Ask the writer, pass the gate, and ask once more with the findings if the gate blocks and time is left."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from shared.domain.deadlines import Deadlines
from shared.domain.errors import OutreachError
from shared.domain.message import Draft, WriterUse
from shared.domain.writing import Repair, WritingRequest, Written
from shared.gate.gate import Examination, examine
from shared.ports import Clock, MessageWriter
from shared.services.find_similar import Similar
from shared.services.plan_generation import GenerationPlan
from shared.services.warn_of_role import warn_of_role
from shared.telemetry.spans import span

AskSimilar = Callable[[Draft], Similar]
"""Tells which stored messages a draft could be a near-duplicate of."""


def compared_with_none(_draft: Draft) -> Similar:
    """For a draft that is compared with no other message."""
    return Similar()


class CheckedDraft(NamedTuple):
    """The draft to keep with what the gate said and what texts like it are found by; `first` is the draft before a
    repair, or None without one.
    """

    draft: Draft
    examination: Examination
    use: WriterUse
    near_key: str | None = None
    first: tuple[Draft, Examination] | None = None


class _Attempt(NamedTuple):
    """One call to the writer and what came of it."""

    written: Written
    draft: Draft
    examination: Examination
    near_key: str | None

    def kept(self, use: WriterUse) -> CheckedDraft:
        """This draft as the one to keep."""
        return CheckedDraft(self.draft, self.examination, use, self.near_key)


class WriteCheckedDraft:
    """One message's writing. Nothing is stored."""

    def __init__(self, writer: MessageWriter, clock: Clock, deadlines: Deadlines) -> None:
        self._writer = writer
        self._clock = clock
        self._deadlines = deadlines

    def __call__(
        self, plan: GenerationPlan, *, person_waits: bool, similar: AskSimilar = compared_with_none
    ) -> CheckedDraft:
        """The draft, repaired at most once.

        While a person waits, a repair begins only if the first draft came quickly; in a batch, while the item's time
        can hold another call. A repair that fails, or makes it worse, leaves the first draft, which then needs review;
        what a failed call cost is not known and not counted. Raises what the writer raises for the first draft.
        """
        started = self._clock.monotonic()
        first = self._attempt(plan, plan.writing, similar)
        elapsed = self._clock.monotonic() - started
        if not first.examination.blocked or not self._may_repair(elapsed, person_waits=person_waits):
            return first.kept(_use([first.written], elapsed))
        try:
            repair = plan.writing._replace(repair=Repair(first.draft, first.examination.failures))
            second = self._attempt(plan, repair, similar)
        except OutreachError:
            use = _use([first.written], self._clock.monotonic() - started)
            return first.kept(use.model_copy(update={"attempts": 2}))
        use = _use([first.written, second.written], self._clock.monotonic() - started)
        if len(second.examination.failures) > len(first.examination.failures):
            return first.kept(use)
        return second.kept(use)._replace(first=(first.draft, first.examination))

    def _attempt(self, plan: GenerationPlan, request: WritingRequest, similar: AskSimilar) -> _Attempt:
        written = self._writer.write(request)
        draft = _in_one_form(written.draft)
        found = similar(draft)
        context = replace(plan.context, similar=found.neighbours) if found.neighbours else plan.context
        with span("gate"):
            examination = examine(draft, context, written.claims)
        checks = (*examination.checks, *written.remarks, *warn_of_role(plan.match, plan.writing.role))
        return _Attempt(written, draft, examination._replace(checks=checks), found.near_key)

    def _may_repair(self, elapsed: float, *, person_waits: bool) -> bool:
        latest = self._deadlines.repair_start if person_waits else self._deadlines.item - self._deadlines.model_call
        return elapsed <= latest


def _in_one_form(draft: Draft) -> Draft:
    return Draft(subject=draft.subject, body=draft.body.strip())


def _use(attempts: list[Written], seconds: float) -> WriterUse:
    last = attempts[-1]
    return WriterUse(
        provider=last.provider,
        model=last.model,
        input_tokens=sum(written.input_tokens for written in attempts),
        output_tokens=sum(written.output_tokens for written in attempts),
        cost_micros=sum(written.cost_micros for written in attempts),
        currency=last.currency,
        latency_ms=round(seconds * 1000),
        attempts=len(attempts),
    )
