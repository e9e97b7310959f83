"""A stub writer that overshoots: drafts of one to three times the limit, with emoji, decomposed accents and long names.

A draft must never reach `ready` over its limit, and never be cut: what is kept is what was written, in NFC.
"""

from dataclasses import dataclass
from random import Random

from shared.domain.language import Format, Language, Limits, LinkedinTier, Register, limits_of
from shared.domain.message import Draft
from shared.domain.text import normalized, utf16_length

_PIECES = (
    "Hola",
    "¿cómo va la operación?",
    "a\u0301rboles de decisio\u0301n",
    "👩🏽‍🏭",
    "🇪🇸",
    "e\u0301xito",
    "Which line stops next?",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "nin\u0303o",
    "🚚🚚",
    "1.200 pedidos",
)
_LONGEST_NAME = 80


@dataclass(frozen=True)
class Overshoot:
    """One draft that a writer may answer, for what format and with whose name."""

    name: str
    format: Format
    language: Language
    register: Register | None
    tier: LinkedinTier
    draft: Draft

    @property
    def limits(self) -> Limits:
        """The limits that the draft is held to."""
        return limits_of(self.format, self.tier)

    @property
    def is_too_long(self) -> bool:
        """Whether the draft, in the one form in which it is kept, is over a limit."""
        subject = normalized(self.draft.subject or "").strip()
        return utf16_length(normalized(self.draft.body).strip()) > self.limits.body or (
            self.limits.subject is not None and utf16_length(subject) > self.limits.subject
        )


def overshoot(number: int) -> Overshoot:
    """The draft of a number: the same in every run."""
    random = Random(number)
    format_ = random.choice(list(Format))
    tier = random.choice(list(LinkedinTier))
    language = random.choice(list(Language))
    register = random.choice(list(Register)) if language is Language.ES else None
    name = "".join(random.choice("abcdeéfghijklmnñop") for _ in range(_LONGEST_NAME)).capitalize()
    limits = limits_of(format_, tier)
    subject = None if limits.subject is None else _text(random, name, limits.subject)
    body = _text(random, name, limits.body)
    return Overshoot(name, format_, language, register, tier, Draft(subject=subject, body=body))


def _text(random: Random, name: str, limit: int) -> str:
    """Between the limit, often exactly it, and three times as long."""
    wanted = limit if random.random() < 0.1 else random.randint(int(0.95 * limit), 3 * limit)
    text = f"Hola, {name}:"
    while utf16_length(text) < wanted:
        text += " " + random.choice(_PIECES)
    return text
