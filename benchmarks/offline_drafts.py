"""Whether grounding lets the offline writer's own drafts pass: all demo prospects, formats, registers and languages.

`python -m benchmarks.offline_drafts [EVERY]` prints how many drafts grounding blocks, and which words; with EVERY only
each so-manieth prospect is written to. The offline writer says nothing that no fact holds, so each is a false alarm;
the exit status is 1 if there is one.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from benchmarks.quality.intervals import Share
from benchmarks.table import print_table
from shared.adapters.embedded.offline_writer import OfflineWriter
from shared.adapters.system import SystemClock
from shared.domain.language import Format, Language, LinkedinTier, Register, limits_of
from shared.domain.message import Check, CheckVerdict
from shared.domain.prospect import Prospect
from shared.domain.role import Role
from shared.domain.role_match import match_role
from shared.domain.writing import WritingRequest
from shared.gate.context import GateContext
from shared.gate.facts import gather_facts
from shared.gate.gate import examine
from shared.prompts.demo_company import demo_company
from shared.prompts.demo_prospects import demo_prospects

_TODAY = date(2026, 11, 30)
_TONGUES = (
    (Language.ES, Register.TU),
    (Language.ES, Register.USTED),
    (Language.ES, Register.VOS),
    (Language.EN, None),
)


class Blocked(NamedTuple):
    """A draft that grounding holds back: to whom it is, its text, and what grounding says."""

    prospect: Prospect
    format: Format
    text: str
    check: Check


def blocked(prospects: Sequence[Prospect]) -> Iterator[Blocked | None]:
    """For each draft to each of `prospects` what grounding holds back, or None."""
    for prospect in prospects:
        for format_ in Format:
            for language, register in _TONGUES:
                yield _blocked(prospect, format_, language, register)


def _blocked(prospect: Prospect, format_: Format, language: Language, register: Register | None) -> Blocked | None:
    settings, role = demo_company().settings, _role_of(prospect)
    proposition = role.value_proposition.in_language(language) if role.value_proposition else None
    gathered = gather_facts(
        prospect,
        proof_points=[*settings.proof_points, *role.proof_points],
        value_proposition=proposition,
        sender=settings.sender,
    )
    limits = limits_of(format_, LinkedinTier.FREE)
    written = OfflineWriter(SystemClock()).write(
        WritingRequest(
            instructions="",
            facts=gathered.facts,
            prospect=gathered.prospect,
            role=role,
            format=format_,
            language=language,
            register=register,
            limits=limits,
            sender=settings.sender,
            value_proposition=proposition,
            seed=prospect.full_name or "",
            deadline_seconds=10.0,
        )
    )
    context = GateContext(
        prospect=gathered.prospect,
        facts=gathered.facts,
        format=format_,
        language=language,
        register=register,
        limits=limits,
        as_of=_TODAY,
        sender=settings.sender,
        ours=(role.call_to_action.in_language(language),),
    )
    checks = examine(written.draft, context).checks
    check = next(check for check in checks if check.name == "grounding")
    return Blocked(prospect, format_, written.draft.body, check) if check.verdict is CheckVerdict.BLOCK else None


def _role_of(prospect: Prospect) -> Role:
    roles = demo_company().roles
    key = match_role(prospect.title, prospect.headline, roles, demo_company().settings.default_role).key
    return next(role for role in roles if role.key == key)


def main(arguments: Sequence[str]) -> int:
    """Print the false alarms; the exit status is 1 if there are any."""
    every = int(arguments[0]) if arguments else 1
    found = list(blocked(demo_prospects()[::every]))
    alarms = [alarm for alarm in found if alarm is not None]
    print_table(
        "Drafts of the offline writer that grounding blocks",
        ["drafts", "rate", "95 % interval"],
        [[*Share(len(alarms), len(found)).cells]],
    )
    for alarm in alarms:
        print(f"{alarm.prospect.full_name} · {alarm.format}: {alarm.check.detail.en}")
    return 1 if alarms else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
