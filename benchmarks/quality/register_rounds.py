"""Wordings in tú, usted and vos from the rounds, each form of address changed by itself: what of it is caught.

`python -m benchmarks.quality.register_rounds` prints, a file each, the mixtures caught and the right texts blocked by
the check of the register alone; `--show` prints the texts that were judged wrong. The markup is the quality set's.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.quality import markup
from benchmarks.quality.cases import PARTS_FOLDER
from benchmarks.quality.intervals import Share
from benchmarks.quality.wrong_registers import REGISTERS
from benchmarks.table import print_table
from shared.domain.language import Format, Language, LinkedinTier, Register, limits_of
from shared.domain.message import CheckVerdict, Draft
from shared.domain.prospect import Prospect
from shared.gate.checks import register as check
from shared.gate.context import GateContext
from shared.gate.facts import gather_facts
from shared.gate.reading import read

FOLDER = PARTS_FOLDER / "rounds"


def main(arguments: list[str]) -> int:
    """Print the rates of every file."""
    rows = []
    for file in sorted(FOLDER.glob("*.txt")):
        mixed = [(text, name, _is_blocked(text, name)) for text, name in _mixtures(file)]
        right = [(text, name, _is_blocked(text, name)) for text, name in _right(file)]
        caught = Share(sum(blocked for *_, blocked in mixed), len(mixed))
        wrong = Share(sum(blocked for *_, blocked in right), len(right))
        rows.append([file.stem, *caught.cells, *wrong.cells])
        if "--show" in arguments:
            _show(mixed, right)
    columns = ["round", "mixtures caught", "rate", "95 % interval", "right ones blocked", "rate", "95 % interval"]
    print_table("Registers of the rounds, the check of the register alone", columns, rows)
    return 0


def _show(mixed: list[tuple[str, str, bool]], right: list[tuple[str, str, bool]]) -> None:
    for text, name, blocked in mixed:
        if not blocked:
            print(f"MISSED ({name}) {text}")
    for text, name, blocked in right:
        if blocked:
            print(f"BLOCKED ({name}) {text}")


def _right(file: Path) -> Iterator[tuple[str, str]]:
    """Every wording in every register, with the register's name."""
    for template in file.read_text(encoding="utf-8").splitlines():
        for name in REGISTERS:
            yield _mixed(template, "", name, name), name


def _mixtures(file: Path) -> Iterator[tuple[str, str]]:
    """Every wording with one group of forms in another register, with the register that is asked for."""
    for template in file.read_text(encoding="utf-8").splitlines():
        found = markup.places(template)
        groups = list(dict.fromkeys(_group(number, forms) for number, forms in enumerate(found) if forms.group))
        if len(groups) < 2:
            continue
        for name in REGISTERS:
            for other in REGISTERS:
                for group in groups:
                    if _differs(found, group, name, other):
                        yield _mixed(template, group, name, other), name


def _group(number: int, forms: markup.Forms) -> str:
    """What changes together: the forms of one digit, else each place alone."""
    return forms.group[1:] if forms.group and len(forms.group) > 1 else f"#{number}"


def _differs(found: list[markup.Forms], group: str, name: str, other: str) -> bool:
    """Whether the group tells the two registers apart; beside tú "preferís" may be the plural of a team."""
    return any(
        forms.forms[name] != forms.forms[other] and not (name == "tu" and forms.forms[other].endswith("ís"))
        for number, forms in enumerate(found)
        if _group(number, forms) == group
    )


def _mixed(template: str, group: str, name: str, other: str) -> str:
    return markup.in_register(
        template, lambda number, forms: forms.forms[other if _group(number, forms) == group else name]
    )


def _is_blocked(text: str, name: str) -> bool:
    within = _context(name)
    return check.examine(read(Draft(subject=None, body=text), within), within).verdict is CheckVerdict.BLOCK


def _context(name: str) -> GateContext:
    gathered = gather_facts(Prospect(full_name="Lucía Ferrer Soto", company="Logística Norte"), proof_points=())
    return GateContext(
        prospect=gathered.prospect,
        facts=gathered.facts,
        format=Format.LINKEDIN_MESSAGE,
        language=Language.ES,
        register=Register(name),
        limits=limits_of(Format.LINKEDIN_MESSAGE, LinkedinTier.FREE),
        as_of=date(2026, 11, 30),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
