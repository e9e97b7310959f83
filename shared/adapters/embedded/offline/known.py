"""What may be said of a person, found in the facts and ready for phrases, what is theirs alone first."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from shared.adapters.embedded.offline.delicate import is_delicate
from shared.adapters.embedded.offline.employer import employer_slots
from shared.adapters.embedded.offline.figures import counted, states_a_figure
from shared.adapters.embedded.offline.in_a_sentence import capitalized, company_in_words, is_english, title_in_words
from shared.adapters.embedded.offline.occasion import occasion
from shared.adapters.embedded.offline.phrasebook import Phrasebook
from shared.adapters.embedded.offline.quotation import quotations
from shared.adapters.embedded.offline.retold import retold
from shared.adapters.embedded.offline.sentence_split import sentences_in
from shared.adapters.embedded.offline.slots import Slot, stated
from shared.adapters.embedded.offline.standing_alone import recites
from shared.adapters.embedded.offline.tone import Tone, tone_of
from shared.domain.language import Format
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.domain.prospect import Experience
from shared.domain.writing import WritingRequest, WrittenClaim

_LONGEST_QUOTE = {Format.LINKEDIN_NOTE: 96, Format.LINKEDIN_INMAIL: 120}
_LONGEST_QUOTE_ELSEWHERE = 150
_LONGEST_POSITION = 120
_RECENT_MONTHS = 18
_DATE = lazy_pattern(r"(\d{4})(?:-(\d{2}))?")
_OWN = lazy_pattern(r"\b(?:\w{2,}(?:mos|é|í)|he|nos|nuestr[oa]s?|mis?|we|our|us|i|my)\b", 2)
"""Signs that a sentence tells of the writer's own doing and not of the world."""


class Angle(NamedTuple):
    """One thing to open with: its kind ("post", "position"), the slots that only it fills, and what it is about.

    `tone` is that of a quoted sentence.
    """

    kind: str
    slots: Mapping[str, Slot]
    about: str = ""
    tone: Tone = Tone.PLAIN


class Known(NamedTuple):
    """What all phrases may use (`slots`: first_name, title, company, position), and what a message can open with."""

    slots: Mapping[str, Slot]
    angles: tuple[Angle, ...]


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
        ranked = sorted(self._particular(slots), key=lambda entry: entry[0])
        return Known(slots, (*(angle for _, angle in ranked), *self._general(slots)))

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
            slots |= employer_slots(stated(words, company.id), self._book, self._request.language)
        title = self._fact("title", self._job_field("title"))
        if title and (words := title_in_words(title.text, self._request.language, company.text if company else None)):
            slots["title"] = stated(words, title.id)
        return slots | self._position(slots)

    def _position(self, slots: Mapping[str, Slot]) -> dict[str, Slot]:
        """The title and the company as one, where both are known and short enough."""
        if "title" not in slots or "company" not in slots:
            return {}
        title = slots["title"]
        wide = " de " in title.text or (is_english(title.text) and " " in title.text)
        at = self._book.at.wide if wide else self._book.at.narrow
        company = slots["of_company" if at == "de" else "at_company"]
        text = f"{title.text} {company.text}"
        return {"position": Slot(text, title.claims + company.claims)} if len(text) <= _LONGEST_POSITION else {}

    def _particular(self, slots: Mapping[str, Slot]) -> Iterator[tuple[int, Angle]]:
        """Angles with their rank: what a post or a profile says in figures or of their own doing, then what others
        could have written, an occasion, a responsibility, a new job.
        """
        posts = [field for field in self._facts if field.startswith("posts[")]
        yield from ((0 if _is_own(angle) else 3, angle) for angle in self._quoted("post", posts))
        for kind, field in (("about", "about"), ("duty", self._job_field("description"))):
            yield from self._told(kind, field)
        for fact in self._columns():
            if event := occasion(fact, self._book):
                yield 4, Angle("event", event, fact.text)
        if "company" in slots and (since := self._recent_start()):
            yield 6, Angle("start", {"since": since}, since.text)

    def _columns(self) -> list[Fact]:
        """The file's own columns, those left out that are delicate."""
        columns = [facts[0] for field, facts in self._facts.items() if field.startswith("custom.")]
        return [fact for fact in columns if not is_delicate(f"{fact.field.removeprefix('custom.')}: {fact.text}")]

    def _general(self, slots: Mapping[str, Slot]) -> Iterator[Angle]:
        for kind in ("position", "company", "title"):
            if kind in slots:
                yield Angle(kind, {}, slots[kind].text)
        if not slots.keys() & {"company", "title"}:
            yield from self._quoted("headline", ["headline"])

    def _told(self, kind: str, field: str) -> Iterator[tuple[int, Angle]]:
        """What the profile tells of them: figures and changes first, then responsibilities; a whole description of a
        job, of an introduction only what says what they do.
        """
        deeds = list(self._deeds(field))
        yield from ((2 if states_a_figure(angle.about) else 5, angle) for angle in deeds)
        for angle in self._quoted(kind, [field]):
            telling = states_a_figure(angle.about) or angle.tone is not Tone.PLAIN
            if (telling or kind == "duty") and not any(deed.about in angle.about for deed in deeds):
                yield 1 if telling else 5, angle

    def _deeds(self, field: str) -> Iterator[Angle]:
        for fact in self._plain_facts(field):
            found = retold(fact.text, self._request.language, self._request.register)
            if found and not recites(fact.text):
                clause, kept = found
                claims = (WrittenClaim(kept, (fact.id,)),)
                slots = {"deed": Slot(clause, claims), "Deed": Slot(capitalized(clause), claims)}
                yield Angle("deed", slots | self._count(fact.text), kept)

    def _plain_facts(self, field: str) -> list[Fact]:
        """The facts of a field, none if any is delicate: the others may well be about the same matter."""
        facts = self._facts.get(field, [])
        return [] if any(is_delicate(fact.text) for fact in facts) else facts

    def _quoted(self, kind: str, fields: Iterable[str]) -> Iterator[Angle]:
        """What the fields have to quote, what states a figure first within each."""
        for facts in filter(None, map(self._plain_facts, fields)):
            angles = [self._quotation(kind, words, facts) for words in self._quotable(facts)]
            yield from sorted(angles, key=lambda angle: not states_a_figure(angle.about))

    def _quotable(self, facts: list[Fact]) -> Iterator[str]:
        longest = _LONGEST_QUOTE.get(self._request.format, _LONGEST_QUOTE_ELSEWHERE)
        text = facts[0].text if len(facts) == 1 else " ".join(fact.text for fact in facts)
        return quotations(text, longest, self._request.language, self._request.register)

    def _quotation(self, kind: str, words: str, facts: list[Fact]) -> Angle:
        """The words in quotation marks, each fact's in its own: what is quoted must stand in one of them."""
        opening, closing = self._book.quotation_marks
        parts = (
            [words] if any(words in fact.text for fact in facts) else [one.rstrip(".") for one in sentences_in(words)]
        )
        marked = f"{closing} {self._book.conjunction} {opening}".join(parts)
        claims = tuple(WrittenClaim(part, _holding(part, facts)) for part in parts)
        slots = {"quote": Slot(f"{opening}{marked}{closing}", claims)} | self._count(words)
        return Angle(kind, slots, words, _tone(words, facts))

    def _count(self, words: str) -> dict[str, Slot]:
        count = counted(words)
        return {"count": Slot(count)} if count else {}

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


def _holding(words: str, facts: list[Fact]) -> tuple[str, ...]:
    return tuple(fact.id for fact in facts if words in fact.text) or (facts[0].id,)


def _tone(words: str, facts: list[Fact]) -> Tone:
    """The tone of the words; what just says how things are, in a text that tells of a success, tells of it too."""
    tone = tone_of(words)
    told = tone is Tone.PLAIN and any(tone_of(fact.text) is Tone.SOLVED for fact in facts)
    return Tone.LAUNCHED if told else tone


def _is_own(angle: Angle) -> bool:
    return states_a_figure(angle.about) or _OWN.search(angle.about) is not None
