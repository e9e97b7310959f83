"""What may be said of a person, found in the facts and ready for phrases, the most particular first."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import NamedTuple

from shared.adapters.embedded.offline.delicate import is_delicate
from shared.adapters.embedded.offline.in_a_sentence import company_in_words, is_english, title_in_words
from shared.adapters.embedded.offline.lazy import Lazy
from shared.adapters.embedded.offline.occasion import occasion
from shared.adapters.embedded.offline.phrasebook import Phrasebook
from shared.adapters.embedded.offline.quotation import quotable
from shared.adapters.embedded.offline.slots import Slot, stated
from shared.domain.language import Format
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.domain.prospect import Experience
from shared.domain.writing import WritingRequest

_LONGEST_QUOTE = {Format.LINKEDIN_NOTE: 64, Format.LINKEDIN_INMAIL: 90}
_LONGEST_QUOTE_ELSEWHERE = 120
_LONGEST_POSITION = 120
_RECENT_MONTHS = 18
_DATE = lazy_pattern(r"(\d{4})(?:-(\d{2}))?")
_FIGURE = lazy_pattern(r"\d")


class Angle(NamedTuple):
    """One thing to open with: its kind ("post", "position"), the slots that only it fills, and what it is about."""

    kind: str
    slots: Mapping[str, Slot]
    about: str = ""


class Known(NamedTuple):
    """What all phrases may use (`slots`: first_name, title, company, position), and what a message can open with."""

    slots: Mapping[str, Slot]
    angles: Lazy[Angle]


NOTHING = Angle("nothing", {})
"""What is left to open with where nothing is known."""


def known(request: WritingRequest, book: Phrasebook, today: date | None) -> Known:
    """What the request's facts let us say. Without `today` no start of a job counts as recent."""
    return _Reader(request, book, today).read()


class _Reader:
    def __init__(self, request: WritingRequest, book: Phrasebook, today: date | None) -> None:
        self._request = request
        self._book = book
        self._today = today
        self._facts: dict[str, list[Fact]] = {}
        for fact in request.facts:
            self._facts.setdefault(fact.field, []).append(fact)
        self._job = self._current_job()

    def read(self) -> Known:
        slots = self._slots()
        return Known(slots, Lazy(chain(self._particular(slots), self._general(slots))))

    def _current_job(self) -> tuple[str, Experience] | None:
        for index, job in enumerate(self._request.prospect.experience):
            if job.end is None and (job.title or job.company):
                return f"experience[{index}].", job
        return None

    def _fact(self, *fields: str) -> Fact | None:
        return next((self._facts[field][0] for field in fields if field in self._facts), None)

    def _job_field(self, name: str) -> str:
        return f"{self._job[0]}{name}" if self._job else ""

    def _slots(self) -> dict[str, Slot]:
        slots: dict[str, Slot] = {}
        first_name = self._request.prospect.first_name
        if first_name and len(first_name.strip(".")) > 1 and self._fact("full_name"):
            slots["first_name"] = Slot(first_name)
        company = self._fact("company", self._job_field("company"))
        if company and (words := company_in_words(company.text)):
            slots["company"] = stated(words, company.id)
        title = self._fact("title", self._job_field("title"))
        if title and (words := title_in_words(title.text, self._request.language, company.text if company else None)):
            slots["title"] = stated(words, title.id)
        return slots | self._position(slots)

    def _position(self, slots: Mapping[str, Slot]) -> dict[str, Slot]:
        """The title and the company as one, where both are known and short enough."""
        if "title" not in slots or "company" not in slots:
            return {}
        title, company = slots["title"], slots["company"]
        wide = " de " in title.text or (is_english(title.text) and " " in title.text)
        at = self._book.at.wide if wide else self._book.at.narrow
        text = f"{title.text} {at} {company.text}"
        return {"position": Slot(text, title.claims + company.claims)} if len(text) <= _LONGEST_POSITION else {}

    def _particular(self, slots: Mapping[str, Slot]) -> Iterator[Angle]:
        yield from self._quotations("post", "posts[")
        for field, facts in self._facts.items():
            if not field.startswith("custom.") or is_delicate(f"{field.removeprefix('custom.')}: {facts[0].text}"):
                continue
            if event := occasion(facts[0], self._book):
                yield Angle("event", event, facts[0].text)
        if "position" in slots and (since := self._recent_start()):
            yield Angle("start", {"since": since})
        if field := self._job_field("description"):
            yield from self._quotations("duty", field)
        yield from self._quotations("about", "about", needs_figure=True)

    def _general(self, slots: Mapping[str, Slot]) -> Iterator[Angle]:
        for kind in ("position", "company", "title"):
            if kind in slots:
                yield Angle(kind, {}, slots[kind].text)
        if not slots.keys() & {"company", "title"}:
            yield from self._quotations("headline", "headline")

    def _quotations(self, kind: str, field: str, *, needs_figure: bool = False) -> Iterator[Angle]:
        """The facts of a field (or of all fields that begin so, with a bracket) that have something to quote.

        Nothing of a field that is delicate in any part: its other sentences may well be about the same matter.
        """
        for name, facts in self._facts.items():
            named = name == field or (field.endswith("[") and name.startswith(field))
            if named and not any(is_delicate(fact.text) for fact in facts):
                for fact in facts:
                    quote = self._quote(fact)
                    if quote and (_FIGURE.search(quote.text) or not needs_figure):
                        yield Angle(kind, {"quote": quote}, quote.text)

    def _quote(self, fact: Fact) -> Slot | None:
        longest = _LONGEST_QUOTE.get(self._request.format, _LONGEST_QUOTE_ELSEWHERE)
        words = quotable(fact.text, longest, self._request.language, self._request.register)
        if words is None:
            return None
        opening, closing = self._book.quotation_marks
        return Slot(f"{opening}{words}{closing}", stated(words, fact.id).claims)

    def _recent_start(self) -> Slot | None:
        fact = self._fact(self._job_field("start"))
        match = _DATE.fullmatch(fact.text) if fact else None
        if self._today is None or fact is None or match is None:
            return None
        year, month = int(match[1]), int(match[2] or 1)
        age = (self._today.year - year) * 12 + self._today.month - month
        if not 0 <= age <= _RECENT_MONTHS:
            return None
        text = self._book.month_of_year.format(month=self._book.months[month - 1], year=year) if match[2] else str(year)
        return stated(text, fact.id)
