"""Ask the writer, pass the gate, and ask once more with the findings if the gate blocks and time is left."""

from typing import NamedTuple

from shared.domain.deadlines import Deadlines
from shared.domain.errors import OutreachError, Sentence
from shared.domain.message import Check, CheckVerdict, Draft, WriterUse
from shared.domain.text import normalized
from shared.domain.writing import Repair, WritingRequest, Written
from shared.gate.gate import Examination, examine
from shared.ports import Clock, MessageWriter
from shared.services.plan_generation import GenerationPlan


class CheckedDraft(NamedTuple):
    """The draft to keep with what the gate said; `first` is the draft before a repair, or None without one."""

    draft: Draft
    examination: Examination
    use: WriterUse
    first: tuple[Draft, Examination] | None = None


class WriteCheckedDraft:
    """One message's writing. Nothing is stored."""

    def __init__(self, writer: MessageWriter, clock: Clock, deadlines: Deadlines) -> None:
        self._writer = writer
        self._clock = clock
        self._deadlines = deadlines

    def __call__(self, plan: GenerationPlan, *, person_waits: bool) -> CheckedDraft:
        """The draft, repaired at most once.

        While a person waits, a repair begins only if the first draft came quickly; in a batch, while the item's time
        can hold another call. A repair that fails, or makes it worse, leaves the first draft, which then needs review;
        what a failed call cost is not known and not counted. Raises what the writer raises for the first draft.
        """
        started = self._clock.monotonic()
        written, draft, examination = self._attempt(plan, plan.writing)
        elapsed = self._clock.monotonic() - started
        if not examination.blocked or not self._may_repair(elapsed, person_waits=person_waits):
            return CheckedDraft(draft, examination, _use([written], elapsed))
        try:
            repair = plan.writing._replace(repair=Repair(draft, examination.failures))
            again, repaired, second = self._attempt(plan, repair)
        except OutreachError:
            use = _use([written], self._clock.monotonic() - started)
            return CheckedDraft(draft, examination, use.model_copy(update={"attempts": 2}))
        use = _use([written, again], self._clock.monotonic() - started)
        if len(second.failures) > len(examination.failures):
            return CheckedDraft(draft, examination, use)
        return CheckedDraft(repaired, second, use, first=(draft, examination))

    def _attempt(self, plan: GenerationPlan, request: WritingRequest) -> tuple[Written, Draft, Examination]:
        written = self._writer.write(request)
        draft = _in_one_form(written.draft)
        examination = examine(draft, plan.context, written.claims)
        checks = (*examination.checks, *written.remarks, *_on_the_role(plan))
        return written, draft, examination._replace(checks=checks)

    def _may_repair(self, elapsed: float, *, person_waits: bool) -> bool:
        latest = self._deadlines.repair_start if person_waits else self._deadlines.item - self._deadlines.model_call
        return elapsed <= latest


def _on_the_role(plan: GenerationPlan) -> list[Check]:
    """A warning where no role knew the person's title: the text may be about somebody else's work."""
    if plan.match.matched_by != "default":
        return []
    names = plan.writing.role.names
    sentence = Sentence(
        f"Ningún rol reconoce el cargo: está escrito para el rol por defecto, {names.es}.",
        f"No role knows the title: it is written for the default role, {names.en}.",
    )
    return [Check(name="role", verdict=CheckVerdict.WARN, detail=sentence)]


def _in_one_form(draft: Draft) -> Draft:
    subject = None if draft.subject is None else normalized(draft.subject).strip()
    return Draft(subject=subject, body=normalized(draft.body).strip())


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
