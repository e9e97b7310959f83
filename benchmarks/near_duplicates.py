"""How many of the offline writer's messages to the demo's people are near-duplicates of another one, by format.

A message counts once, however many it is like. Every pair is compared; beside it stands how many of those messages the
product finds with its one query, reading no more than it does, in the order in which they are written. The time
is that of the pure part for one message: its keys, and one comparison.
"""

import time
from collections import Counter
from datetime import UTC, datetime
from typing import NamedTuple

from benchmarks.table import percentile, print_table
from shared.adapters.embedded.offline_writer import OfflineWriter
from shared.domain.language import Format, Language, Register, limits_of
from shared.domain.message import Draft
from shared.domain.prospect import Prospect
from shared.domain.role import Role
from shared.domain.role_match import match_role
from shared.domain.writing import WritingRequest
from shared.gate.context import GateContext
from shared.gate.facts import gather_facts
from shared.gate.likeness import NEAR, Shingle, asked_keys, likeness, own_shingles
from shared.gate.reading import body_of
from shared.prompts.demo_company import demo_company
from shared.prompts.demo_prospects import demo_prospects
from shared.services.find_similar import IN_BATCH

TODAY = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class _Text(NamedTuple):
    """A message and what it is compared by."""

    shingles: list[Shingle]
    asked: tuple[str, ...]


class PastClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Always the same day."""
        return TODAY

    def monotonic(self) -> float:
        """No time passes."""
        return 0.0


def main() -> None:
    """Write, compare, print."""
    rows: list[list[object]] = []
    seconds: list[float] = []
    for language, bare in ((Language.ES, False), (Language.EN, False), (Language.ES, True)):
        for format_ in Format:
            texts = [_text(person, format_, language, seconds, bare=bare) for person in demo_prospects()]
            near = [_is_near(text, texts[:place] + texts[place + 1 :]) for place, text in enumerate(texts)]
            later = [place for place, text in enumerate(texts) if _is_near(text, texts[:place])]
            found = sum(_is_found(texts[place], texts[:place]) for place in later)
            openers: Counter[str] = Counter()
            for text in texts:
                openers[" ".join(shingle.words for shingle in text.shingles[:2])] += 1
            most = max(openers.values()) / len(texts)
            kind = f"{format_.value} {language.value}" + (" title and company only" if bare else "")
            rows.append([kind, len(texts), f"{sum(near) / len(texts):.1%}", f"{found} of {len(later)}", f"{most:.0%}"])
    print_table(
        f"Near-duplicates among the demo's people (likeness {NEAR} and more), the offline writer",
        ["messages", "written", "near another", "found as they are written", "most frequent opener"],
        rows,
    )
    print(f"pure part: median {percentile(seconds, 0.5) * 1000:.3f} ms, p95 {percentile(seconds, 0.95) * 1000:.3f} ms")


def _text(person: Prospect, format_: Format, language: Language, seconds: list[float], *, bare: bool) -> _Text:
    if bare:
        person = person.model_copy(update={"posts": [], "custom": {}, "experience": [], "about": None})
    role = role_of(person)
    request = request_to(person, role, format_, language)
    body = OfflineWriter(PastClock()).write(request).draft.body
    context = GateContext(
        prospect=person,
        facts=request.facts,
        format=format_,
        language=language,
        register=request.register,
        limits=request.limits,
        as_of=TODAY.date(),
        ours=(role.call_to_action.in_language(language),),
    )
    return _timed(body, context, seconds)


def _timed(body: str, context: GateContext, seconds: list[float]) -> _Text:
    """What the product does with a text besides reading others: the keys, and in the gate, which has its words already,
    one comparison.
    """
    read = body_of(Draft(body=body))
    gate_words = len(read.words)
    started = time.thread_time()
    asked = asked_keys(own_shingles(body_of(Draft(body=body)), context.facts, context.ours))
    shingles = own_shingles(read, context.facts, context.ours) if gate_words else []
    likeness(shingles, shingles)
    seconds.append(time.thread_time() - started)
    return _Text(shingles, asked)


def request_to(person: Prospect, role: Role, format_: Format, language: Language) -> WritingRequest:
    """What a writer is asked, as the demo company would ask it."""
    proposition = None if role.value_proposition is None else role.value_proposition.in_language(language)
    settings = demo_company().settings
    points = [*settings.proof_points, *role.proof_points]
    gathered = gather_facts(person, proof_points=points, value_proposition=proposition, sender=settings.sender)
    return WritingRequest(
        instructions="",
        facts=gathered.facts,
        prospect=gathered.prospect,
        role=role,
        format=format_,
        language=language,
        register=Register.USTED if language is Language.ES else None,
        limits=limits_of(format_, settings.linkedin_tier),
        sender=settings.sender,
        value_proposition=proposition,
        seed=person.linkedin_url or person.email or f"{person.full_name}|{person.company}",
        deadline_seconds=12.0,
    )


def role_of(person: Prospect) -> Role:
    """The demo company's role for the person."""
    roles = demo_company().roles
    key = match_role(person.title, person.headline, roles, "general_management").key
    return next(role for role in roles if role.key == key)


def _is_near(text: _Text, others: list[_Text]) -> bool:
    return any(likeness(text.shingles, other.shingles) >= NEAR for other in others)


def _is_found(text: _Text, earlier: list[_Text]) -> bool:
    candidates = [other for other in earlier if set(other.asked[:1]) & set(text.asked)]
    return _is_near(text, candidates[:IN_BATCH])


if __name__ == "__main__":
    main()
