"""10,000 drafts of a writer that overshoots, through the writing and the gate of the product, nothing stored.

Bar: none reaches `ready` over its limit, and none is kept otherwise than as it was written. The exit status is 1 if one
does.
"""

import dataclasses
import sys
from collections import Counter

from benchmarks.example import demo_folder
from benchmarks.quality.overshooting import Overshoot, overshoot
from benchmarks.table import print_table
from shared.adapters.system import SystemClock
from shared.bootstrap import build_services
from shared.config import Settings
from shared.domain.deadlines import Deadlines
from shared.domain.generation import GenerationRequest
from shared.domain.message import Draft, MessageStatus
from shared.domain.text import normalized
from shared.domain.writing import WritingEstimate, WritingRequest, Written
from shared.services.plan_generation import GenerationPlan
from shared.services.write_checked_draft import WriteCheckedDraft

DRAFTS = 10_000


class StubWriter:
    """Answers the draft that it holds."""

    def __init__(self) -> None:
        self.draft = Draft(body="")

    def write(self, _request: WritingRequest) -> Written:
        """The draft, at no cost."""
        return Written(self.draft, (), "stub", "stub-1", 0, 0, 0, "USD")

    def estimate(self, _request: WritingRequest) -> WritingEstimate:
        """Nothing."""
        return WritingEstimate("stub", "stub-1", 0, 0, 0, "USD")


def main() -> int:
    """Write each draft twice, as first draft and as repair, and count what becomes of them."""
    writer, found = StubWriter(), Counter[str]()
    write = WriteCheckedDraft(writer, SystemClock(), Deadlines())
    with demo_folder() as (folder, key):
        services = build_services(Settings(data_dir=folder, log_level="error"))
        principal = services.authenticate(key)
        for number in range(DRAFTS):
            case = overshoot(number)
            writer.draft = case.draft
            plan = services.generate_message._plan(principal, _request(case))  # noqa: SLF001
            found.update(_outcome(case, write, _held_to(plan, case)))
    rows = [[name, count] for name, count in sorted(found.items())]
    print_table(f"{DRAFTS:,} drafts of a writer that overshoots", ["what", "drafts"], rows)
    return 1 if found["ready over the limit"] or found["cut"] else 0


def _request(case: Overshoot) -> GenerationRequest:
    person = {"full_name": case.name, "title": "Directora de Operaciones", "company": "Frutas del Ebro"}
    asked = {"prospect": person, "format": case.format, "language": case.language, "register": case.register}
    return GenerationRequest.model_validate(asked)


def _held_to(plan: GenerationPlan, case: Overshoot) -> GenerationPlan:
    """The plan with the limits of the case's LinkedIn tier."""
    limits = case.limits
    context = dataclasses.replace(plan.context, limits=limits)
    return plan._replace(context=context, writing=plan.writing._replace(limits=limits))


def _outcome(case: Overshoot, write: WriteCheckedDraft, plan: GenerationPlan) -> Counter[str]:
    checked = write(plan, person_waits=False)
    is_ready = checked.examination.status is MessageStatus.READY
    return Counter(
        {
            "over the limit": case.is_too_long,
            "ready over the limit": is_ready and case.is_too_long,
            "cut": checked.draft.body != normalized(case.draft.body).strip(),
            "within the limit": not case.is_too_long,
        }
    )


if __name__ == "__main__":
    sys.exit(main())
