"""The development texts that the gate got wrong, for whoever mends it."""

from collections.abc import Iterable

from benchmarks.quality.judging import Judged
from shared.domain.message import Check, CheckVerdict


class MeasuredTextError(Exception):
    """A text of the measured part was about to be shown: its builders may only see its figures."""


def print_misses(judged: Iterable[Judged], kind: str) -> None:
    """Print the texts of `kind` that were judged wrong, with what the gate said; `kind` "clean" for false alarms.

    Raises MeasuredTextError for a text that is not of the development part.
    """
    wrong = [text for text in judged if text.case.kind == kind and is_miss(text)]
    for text in wrong:
        print(shown(text), end="\n\n")
    print(f"{len(wrong)} texts of kind {kind} judged wrong")


def is_miss(text: Judged) -> bool:
    """Whether a clean text is blocked, or an error not caught by a check whose matter it is."""
    return text.is_blocked if text.case.is_clean else not text.is_caught


def shown(text: Judged) -> str:
    """The text, what is wrong with it, and every check that did not pass, with the words that it points at."""
    case = text.case
    if case.part != "development":
        raise MeasuredTextError
    lines = [f"--- {case.id} · {case.format} · {case.register or case.language} · {case.suite}"]
    lines += [f"subject: {case.subject}"] if case.subject else []
    lines.append(case.body)
    if case.error:
        lines.append(f"error in {case.error.where}: {case.error.text!r}; truth: {case.error.truth}")
    lines += [_answer(text, check) for check in text.checks if check.verdict is not CheckVerdict.PASS]
    return "\n".join(lines)


def _answer(text: Judged, check: Check) -> str:
    units = {
        "subject": (text.case.subject or "").encode("utf-16-le"),
        "body": text.case.body.encode("utf-16-le"),
    }
    words = [units[span.part][2 * span.start : 2 * span.end].decode("utf-16-le") for span in check.spans]
    return f"{check.verdict} {check.name}: {check.detail.en} {words or ''}".rstrip()
