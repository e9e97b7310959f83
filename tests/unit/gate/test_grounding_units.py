"""Acronyms that a figure counts name nobody; brands and products stay names."""

from typing import Any

import pytest

from tests.unit.gate.drafts import BLOCK, check, context

PROFILE: dict[str, Any] = {
    "full_name": "Gwen Tarrant",
    "title": "Director of Fulfillment",
    "company": "Marlow Pets Ltd",
    "location": "Leeds, England",
    "about": (
        "5 fulfillment centers, 190 containers a month and 3 ports. We handle 9,000 queries per second at peak."
        " 12 distribution hubs, 40 full truck loads a day, 22 quick repair bays, 1,150 associates."
    ),
    "experience": [{"title": "Director of Fulfillment", "company": "Marlow Pets Ltd", "start": "2023-08"}],
}
TRUE = [
    "with over a thousand associates in five FCs, who fills the gaps?",
    "5 FCs and 1,150 associates make for long mornings.",
    "the answer was 9,000 QPS.",
    "at 9,000 QPS, what breaks first?",
    "40 FTLs a day is a lot of paper.",
    "12 DHs, and one person who knows them all.",
    "running 12 DHs with 1,150 associates cannot be quiet.",
    "22 QRBs in one county: who books them?",
    "your five FCs and 3 ports keep somebody awake.",
    "with 5 FCs, one late truck is felt everywhere.",
]
WRONG = [
    "with 5 IKEA stores on your books, who fills the gaps?",
    "your 6 FCs keep somebody awake.",
    "at 7,000 QPS, what breaks first?",
    "your work at DHX keeps somebody awake.",
    "you run 12 BMW dealers from Leeds.",
]


@pytest.mark.parametrize("sentence", TRUE)
def test_an_acronym_that_a_true_figure_counts_passes(sentence: str) -> None:
    answer = check("grounding", f"Hi Gwen, {sentence}", context(PROFILE, language="en"))
    assert answer.verdict is not BLOCK, answer.detail


@pytest.mark.parametrize("sentence", WRONG)
def test_a_name_in_capitals_or_a_wrong_figure_is_blocked(sentence: str) -> None:
    assert check("grounding", f"Hi Gwen, {sentence}", context(PROFILE, language="en")).verdict is BLOCK
