"""What the gate catches and what it wrongly blocks, on the quality set: `python -m benchmarks.quality.rates`.

Both parts are run, every kind of error and every check with its counts and Wilson 95 % intervals. The exit status is 1
if a bar of the message-quality design is missed on the measured part. `--part development --misses KIND` prints the
texts of a kind that the gate got wrong; the measured part's texts are never printed, for whoever reads them could no
longer build the gate.
"""

import argparse
import statistics
import sys
from collections.abc import Iterable, Sequence

from benchmarks.quality.bars import Bar, bars, blocked, caught, caught_in_place, of_kinds
from benchmarks.quality.cases import CHECKS_OF_KIND, load
from benchmarks.quality.intervals import Share
from benchmarks.quality.judging import Judged, judge
from benchmarks.quality.misses import print_misses
from benchmarks.table import percentile, print_table
from shared.gate.rules import ADVISORY, BLOCKING

MEASURED, DEVELOPMENT, ROUNDS = "measured", "development", "rounds"


def main(arguments: Sequence[str]) -> int:
    """Print the tables, or the misses; the exit status is 1 if the measured part misses a bar."""
    asked = _asked(arguments)
    missed = False
    for part in asked.part or (DEVELOPMENT, MEASURED):
        judged = [judge(case) for case in load(part)]
        if asked.misses:
            print_misses(judged, asked.misses)
            continue
        reached = bars(judged)
        missed |= part == MEASURED and not all(bar.is_met for bar in reached)
        _print(part, judged, reached)
    return 1 if missed else 0


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-quality", description=__doc__)
    parser.add_argument("--part", choices=(DEVELOPMENT, ROUNDS, MEASURED), action="append")
    parser.add_argument("--misses", metavar="KIND", help="print the development texts of a kind that were judged wrong")
    asked = parser.parse_args(arguments)
    if asked.misses and asked.part not in ([DEVELOPMENT], [ROUNDS]):
        parser.error("texts are shown of the development part only, and of the rounds: add --part development")
    if asked.misses and asked.misses not in {"clean", *CHECKS_OF_KIND}:
        parser.error(f"no such kind: choose clean or one of {', '.join(sorted(CHECKS_OF_KIND))}")
    return asked


def _print(part: str, judged: Sequence[Judged], reached: Sequence[Bar]) -> None:
    print(f"\n=== {part}: {len(judged)} texts ===")
    if not judged:
        print("This part has not been written.")
        return
    _print_bars(reached)
    wrong = [text for text in judged if not text.case.is_clean]
    clean = [text for text in judged if text.case.is_clean]
    _print_kinds(wrong)
    _print_distances(wrong)
    _print_clean(clean)
    _print_checks(wrong, clean)
    _print_times(judged)


def _print_bars(reached: Iterable[Bar]) -> None:
    rows = [
        [bar.name, f"{'at most' if bar.is_most else 'at least'} {bar.wanted:.0%}", *bar.share.cells, _verdict(bar)]
        for bar in reached
    ]
    print_table("Bars", ["bar", "wanted", "texts", "rate", "95 % interval", ""], rows)


def _verdict(bar: Bar) -> str:
    return "met" if bar.is_met else "MISSED" if bar.share.total else "no texts"


def _print_kinds(wrong: Iterable[Judged]) -> None:
    rows = [
        [kind, *caught(texts).cells, caught_in_place(texts).cells[1], blocked(texts).cells[1]]
        for kind, texts in of_kinds(wrong).items()
    ]
    columns = ["kind of error", "caught", "rate", "95 % interval", "at its words", "blocked by any check"]
    print_table("Errors: caught by a check whose matter they are", columns, rows)


def _print_distances(wrong: Sequence[Judged]) -> None:
    rows = []
    for suite in sorted({text.case.suite for text in wrong}):
        for name, near in (("near misses", True), ("others", False)):
            texts = [text for text in wrong if text.case.suite == suite and _is_near(text) is near]
            if texts:
                rows.append([f"{suite}, {name}", *caught(texts).cells])
    print_table("Near misses apart", ["suite", "caught", "rate", "95 % interval"], rows)


def _is_near(text: Judged) -> bool:
    return text.case.error is not None and text.case.error.near_miss


def _print_clean(clean: Sequence[Judged]) -> None:
    groups = {f"suite {suite}": [text for text in clean if text.case.suite == suite] for suite in _suites(clean)}
    messages = groups.get("suite messages", [])
    for language in sorted({text.case.language for text in messages}):
        groups[f"messages in {language}"] = [text for text in messages if text.case.language is language]
    groups["messages with paraphrases"] = [text for text in messages if text.case.paraphrases]
    groups["messages without"] = [text for text in messages if not text.case.paraphrases]
    for paraphrase in sorted({kind for text in messages for kind in text.case.paraphrases}):
        groups[f"- {paraphrase}"] = [text for text in messages if paraphrase in text.case.paraphrases]
    rows = [[name, *blocked(texts).cells] for name, texts in groups.items() if texts]
    print_table("Clean texts: wrongly blocked", ["texts", "blocked", "rate", "95 % interval"], rows)


def _suites(judged: Iterable[Judged]) -> list[str]:
    return sorted({text.case.suite for text in judged})


def _print_checks(wrong: Sequence[Judged], clean: Sequence[Judged]) -> None:
    rows = [
        [
            rule.NAME,
            _alarms(rule.NAME, [text for text in wrong if rule.NAME in CHECKS_OF_KIND[text.case.kind]]).cells[0],
            *_alarms(rule.NAME, clean).cells,
        ]
        for rule in BLOCKING
    ]
    print_table(
        "Checks that block",
        ["check", "blocks of errors of its kinds", "blocks of clean texts", "rate", "95 % interval"],
        rows,
    )
    warned = [[rule.NAME, *_warnings(rule.NAME, clean).cells] for rule in ADVISORY]
    print_table("Checks that warn", ["check", "warnings on clean texts", "rate", "95 % interval"], warned)


def _alarms(name: str, judged: Sequence[Judged]) -> Share:
    return Share(sum(name in text.blocking for text in judged), len(judged))


def _warnings(name: str, judged: Sequence[Judged]) -> Share:
    return Share(sum(name in text.warning for text in judged), len(judged))


def _print_times(judged: Sequence[Judged]) -> None:
    rows = []
    for longest, label in ((300, "up to 300"), (900, "301 to 900"), (3000, "over 900")):
        shortest = {300: 0, 900: 300, 3000: 900}[longest]
        times = [text.milliseconds for text in judged if shortest < len(text.case.body) <= longest]
        if times:
            rows.append([label, len(times), f"{statistics.median(times):.2f}", f"{percentile(times, 0.95):.2f}"])
    columns = ["characters", "texts", "median ms", "p95 ms"]
    print_table("Time of the whole gate (the bar at 1,900 characters is in gate_speed)", columns, rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
