"""People for batches of any size, and a model that writes to each of them what the offline writer would.

A person is what an exported list says of one: name, title, company, place, address. All names differ, three of a
company, and so do the texts: with one text for everybody each would be compared with ten others as a near-duplicate.
"""

import json
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

from benchmarks.near_duplicates import PastClock, request_to, role_of
from shared.adapters.embedded.offline_writer import OfflineWriter
from shared.domain.language import Format, Language
from shared.domain.prospect import Prospect
from shared.prompts.demo_prospects import demo_prospects
from tests.gemini_stub import Reply, StubRequest, message

_NAMES = Path(__file__).parents[1] / "scripts" / "demo_material" / "common.json"
_OF_A_COMPANY = 3


def people(count: int) -> list[Prospect]:
    """So many different people."""
    return [_person(number, name) for number, name in zip(range(count), _names(), strict=False)]


class WritingModel:
    """Answers each request with a text to the person in it. All texts are written beforehand: that takes a while."""

    def __init__(self, everybody: list[Prospect]) -> None:
        self._replies = {person.full_name or "": _reply(person) for person in everybody}

    def __call__(self, request: StubRequest) -> Reply:
        """The reply to the person whom the request's facts name."""
        return self._replies[request.contents.partition("| full_name | ")[2].partition("\n")[0]]


def _reply(person: Prospect) -> Reply:
    request = request_to(person, role_of(person), Format.LINKEDIN_NOTE, Language.ES)
    return message(OfflineWriter(PastClock()).write(request).draft.body)


def _names() -> Iterator[str]:
    known = json.loads(_NAMES.read_text("utf-8"))["people"]["es_ES"]
    surnames = known["surnames"]
    for one, other, first in product(surnames, surnames, [*known["women"], *known["men"]]):
        yield f"{first} {one} {other}"


def _person(number: int, name: str) -> Prospect:
    like = _listed()[number % len(_listed())]
    stems = json.loads(_names_text())["stems"]["es_ES"]
    company = number // _OF_A_COMPANY
    kinds = json.loads(_names_text())["companies"]["es_ES"]
    other = stems[company // len(stems) % len(stems)]
    stem = f"{stems[company % len(stems)]} {other}"
    return Prospect(
        full_name=name,
        title=like.title,
        company=kinds[company // len(stems) ** 2 % len(kinds)].format(stem=stem),
        location=like.location,
        linkedin_url=f"https://www.linkedin.com/in/bench-{number}",
    )


@cache
def _names_text() -> str:
    return _NAMES.read_text("utf-8")


@cache
def _listed() -> tuple[Prospect, ...]:
    """The demo's people who are written to in Spanish."""
    return tuple(person for person in demo_prospects() if person.title and "España" in (person.location or ""))
