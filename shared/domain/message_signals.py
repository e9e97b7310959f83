"""What a message shows of how it was made, which may go with positive replies: its signals.

A signal is a name: "fact.post" (it rests on a post), "length.600" (301 to 600 characters), "question", "register.tu".
They are read from the message as it was sent, and counted with its cohort (`message_counts.py`) within its format and
language, so that long e-mails are held against e-mails and not against notes.
"""

from collections.abc import Iterator
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.language import Format, Language
from shared.domain.message import ClaimVerdict, Message

ALL = "all"
"""Stands for every message of a format and language; what the messages without a signal are found by."""

LENGTHS = (150, 300, 600, 1000)
"""The upper ends of the bands of length, in characters of the body; the last band has none."""
LONGER = "longer"

_SOURCES = {
    "title": "title",
    "headline": "title",
    "company": "company",
    "location": "place",
    "about": "about",
    "experience": "career",
    "education": "school",
    "skills": "skills",
    "languages": "languages",
    "posts": "post",
    "custom": "custom",
    "proof_points": "proof_point",
}
"""The kind of fact by the first part of its field; names, and how we describe ourselves, stand in nearly all."""

LABELS: dict[str, Sentence] = {
    "fact.title": Sentence("mencionan el cargo", "mention the title"),
    "fact.company": Sentence("mencionan la empresa", "mention the company"),
    "fact.place": Sentence("mencionan el lugar", "mention the place"),
    "fact.about": Sentence("toman algo de su «Acerca de»", "take up something of their “About”"),
    "fact.career": Sentence("mencionan su trayectoria", "mention their career"),
    "fact.school": Sentence("mencionan sus estudios", "mention their studies"),
    "fact.skills": Sentence("mencionan una aptitud o tecnología", "mention a skill or technology"),
    "fact.languages": Sentence("mencionan los idiomas que habla", "mention the languages they speak"),
    "fact.post": Sentence("parten de una publicación suya", "rest on one of their posts"),
    "fact.custom": Sentence("usan un dato propio del fichero", "use a column of the file's own"),
    "fact.proof_point": Sentence("dan una prueba nuestra", "give one of our proof points"),
    "length.150": Sentence("tienen hasta 150 caracteres", "have up to 150 characters"),
    "length.300": Sentence("tienen de 151 a 300 caracteres", "have 151 to 300 characters"),
    "length.600": Sentence("tienen de 301 a 600 caracteres", "have 301 to 600 characters"),
    "length.1000": Sentence("tienen de 601 a 1.000 caracteres", "have 601 to 1,000 characters"),
    "length.longer": Sentence("tienen más de 1.000 caracteres", "have more than 1,000 characters"),
    "question": Sentence("preguntan algo", "ask a question"),
    "register.tu": Sentence("tratan de tú", "use tú"),
    "register.usted": Sentence("tratan de usted", "use usted"),
    "register.vos": Sentence("tratan de vos", "use vos"),
}
"""Every signal, and how it is said of messages: "messages that …"."""


class Stratum(NamedTuple):
    """Messages that can be compared: of one format and language."""

    format: Format
    language: Language


class SignalKey(NamedTuple):
    """What a counter of a signal counts: messages of a stratum that have the signal, or all of them."""

    stratum: Stratum
    signal: str

    def __str__(self) -> str:
        return f"{self.stratum.format.value},{self.stratum.language.value},{self.signal}"

    @classmethod
    def of(cls, value: str) -> "SignalKey":
        """The key that was written so."""
        format_, language, signal = value.split(",", 2)
        return cls(Stratum(Format(format_), Language(language)), signal)


def signals_of(message: Message) -> frozenset[str]:
    """The signals of the message as it stands."""
    return frozenset(_signals(message))


def _signals(message: Message) -> Iterator[str]:
    yield from (f"fact.{source}" for source in _sources_used(message))
    yield f"length.{_band(message.characters)}"
    if "?" in message.body:
        yield "question"
    if message.register_ is not None:
        yield f"register.{message.register_.value}"


def _sources_used(message: Message) -> Iterator[str]:
    """The kinds of the facts that prove the message's claims; of several facts for one claim the first counts."""
    fields = {fact.id: fact.field for fact in message.facts}
    for claim in message.claims:
        if claim.verdict is ClaimVerdict.VERIFIED and claim.facts:
            field = fields.get(claim.facts[0], "")
            source = _SOURCES.get(field.partition(".")[0].partition("[")[0])
            if source is not None:
                yield source


def _band(characters: int) -> str:
    return next((str(end) for end in LENGTHS if characters <= end), LONGER)
