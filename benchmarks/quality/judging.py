"""One labelled text before the gate, as `POST /v1/checks` would put it there."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.quality.cases import CHECKS_OF_KIND, Case
from shared.domain.language import limits_of
from shared.domain.message import Check, CheckVerdict, Draft, Span
from shared.domain.text import utf16_length
from shared.gate.context import GateContext
from shared.gate.facts import gather_facts
from shared.gate.gate import examine
from shared.prompts.instructions import default_instructions


@dataclass(frozen=True)
class Judged:
    """A case and what the gate said to it: every check's answer, and the time of the examination alone."""

    case: Case
    checks: tuple[Check, ...]
    milliseconds: float

    @property
    def blocking(self) -> frozenset[str]:
        """The names of the checks that block."""
        return frozenset(check.name for check in self._blocks)

    @property
    def warning(self) -> frozenset[str]:
        """The names of the checks that warn."""
        return frozenset(check.name for check in self.checks if check.verdict is CheckVerdict.WARN)

    @property
    def is_caught(self) -> bool:
        """Whether a check whose matter the error is blocks; of a clean text never."""
        return any(check.name in self._right for check in self._blocks)

    @property
    def is_caught_in_place(self) -> bool:
        """Whether such a check also points at the wrong words, or at a part of them."""
        return any(self._is_at_the_error(check.spans) for check in self._blocks if check.name in self._right)

    @property
    def is_blocked(self) -> bool:
        """Whether anything blocks, for whatever reason."""
        return bool(self._blocks)

    @property
    def _blocks(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.verdict is CheckVerdict.BLOCK)

    @property
    def _right(self) -> frozenset[str]:
        return CHECKS_OF_KIND.get(self.case.kind, frozenset())

    def _is_at_the_error(self, spans: Iterable[Span]) -> bool:
        error = self.case.error
        if error is None:
            return False
        text = self.case.body if error.where == "body" else self.case.subject or ""
        start = utf16_length(text[: text.index(error.text)])
        end = start + utf16_length(error.text)
        return any(span.part is error.where and span.start < end and start < span.end for span in spans)


def judge(case: Case) -> Judged:
    """The gate's answer. Facts are gathered outside the time, as a message's are before it is written."""
    draft, context = Draft(subject=case.subject, body=case.body), context_of(case)
    started = time.perf_counter()
    examination = examine(draft, context)
    return Judged(case, examination.checks, (time.perf_counter() - started) * 1000)


def context_of(case: Case) -> GateContext:
    """All that the gate may know of a case; the instructions are the default prompt's, which no case depends on."""
    gathered = gather_facts(
        case.prospect,
        proof_points=case.proof_points,
        value_proposition=case.value_proposition,
        sender=case.sender,
    )
    return GateContext(
        prospect=gathered.prospect,
        facts=gathered.facts,
        format=case.format,
        language=case.language,
        register=case.register,
        limits=limits_of(case.format, case.linkedin_tier),
        as_of=case.as_of,
        sender=case.sender,
        allowed_links=case.allowed_links,
        max_links=case.max_links,
        name_ignored=gathered.name_ignored,
        instructions=default_instructions(case.format, case.language),
        orders=gathered.orders,
        suspects=gathered.suspects,
    )
