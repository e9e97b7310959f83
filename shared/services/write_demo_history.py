"""Fill the demo workspace with what its fictional people wrote and got back over the last 90 days.

Each message goes through the same plan, writer and gate as any other, on the day it is dated; what people did with it
is a story told by chance that is the same every time (`shared/prompts/demo_history.json`).
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from random import Random
from typing import NamedTuple

from shared.domain.documents import Operation
from shared.domain.edit_share import changed_share
from shared.domain.generation import AUTO_ROLE, GenerationRequest
from shared.domain.ids import derived_id
from shared.domain.language import Format, Language
from shared.domain.message import Approval, Draft, Message, MessageStatus, Rejection
from shared.domain.message_moves import NEVER_OVERRIDDEN, blocking_checks
from shared.domain.outcome import Outcome, OutcomeKind, milestones_of
from shared.domain.principal import PERMISSIONS_OF, Principal, PrincipalKind, WorkspaceRole
from shared.domain.prospect import StoredProspect
from shared.domain.suppression import SuppressionReason
from shared.domain.thread import ThreadPlace
from shared.domain.workspace import WorkspaceSettings
from shared.gate.gate import examine
from shared.ports import Clock
from shared.prompts.demo_history import demo_history
from shared.prompts.demo_people import LOCAL_PEOPLE
from shared.repositories.messages import MessageChange
from shared.repositories.store import Store, WorkspaceStore
from shared.services.compose_message import drafted_message
from shared.services.demo_story import DemoStory, weighted
from shared.services.plan_generation import GenerationPlan, PlanGeneration
from shared.services.suppress_person import Why, entries_of
from shared.services.workspace_day import day_of
from shared.services.write_checked_draft import WriteCheckedDraft

DAYS = 90
_AT_ONCE = 15
_ENGLISH = ("Ireland", "United Kingdom", "United States", "Canada")
_OPENING_HOUR, _LAST_HOUR = 7, 16


class PastClock:
    """A clock that stands where a message of the past is written."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.moment = clock.now()

    def now(self) -> datetime:
        """The moment of the message."""
        return self.moment

    def monotonic(self) -> float:
        """Seconds of the clock behind."""
        return self._clock.monotonic()


class _Told(NamedTuple):
    """One message as it ended, with its outcomes, and the person it went to."""

    message: Message
    outcomes: tuple[Outcome, ...]
    person: StoredProspect


class Letter(NamedTuple):
    """One message of the story before it is written; `name` makes its id, and its chance.

    `may_wait` lets it be one that nobody has decided about yet.
    """

    name: str
    person: StoredProspect
    moment: Callable[[Random], datetime]
    format: Format | None = None
    role: str = AUTO_ROLE
    may_wait: bool = False

    @property
    def id(self) -> str:
        """The message's id, the same every time."""
        return derived_id("demo-message", self.name)


class WriteDemoHistory:
    """Resumable: a message that is there is not written again."""

    def __init__(
        self, store: Store, plan: PlanGeneration, write: WriteCheckedDraft, past: PastClock, clock: Clock
    ) -> None:
        self._store = store
        self._plan = plan
        self._write = write
        self._past = past
        self._clock = clock

    def __call__(
        self, workspace_id: str, settings: WorkspaceSettings, people: list[StoredProspect], number: int
    ) -> None:
        """Write so many messages to the people in turn, the oldest first."""
        now = self._clock.now()
        first_waiting = number * (1 - demo_history()["waiting"]["last_share"])
        letters = [
            Letter(
                str(place),
                people[place % len(people)],
                partial(moment_of, now, place, number, DAYS),
                may_wait=place >= first_waiting,
            )
            for place in range(number)
        ]
        self.write(workspace_id, settings, letters)

    def write(self, workspace_id: str, settings: WorkspaceSettings, letters: Sequence[Letter]) -> None:
        """Write the letters that are missing, a few at once, with all that became of them."""
        store, now = self._store.of(workspace_id), self._clock.now()
        for start in range(0, len(letters), _AT_ONCE):
            some = letters[start : start + _AT_ONCE]
            known = store.messages.find_many([letter.id for letter in some])
            missing = [letter for letter, message in zip(some, known, strict=True) if message is None]
            told = [self._told(workspace_id, settings, letter, now) for letter in missing]
            if told:
                self._store.documents.write(list(_operations(store, settings, told, now)))

    def _told(self, workspace_id: str, settings: WorkspaceSettings, letter: Letter, now: datetime) -> _Told:
        chance = Random(f"demo-history {letter.name}")  # noqa: S311  a story, no secret
        self._past.moment = letter.moment(chance)
        principal = _author(workspace_id, chance)
        format_ = letter.format or Format(weighted(chance, demo_history()["formats"]))
        person, language = letter.person, language_of(letter.person)
        request = GenerationRequest(prospect_id=person.id, format=format_, language=language, role=letter.role)
        plan = self._plan(principal, request)
        checked = self._write(plan, person_waits=False)
        drafted = drafted_message(principal, request, letter.id, plan, checked, person, self._past.moment)
        edited = _edited(chance, drafted, plan)
        return _Told(*_ended(chance, edited, settings, now, may_wait=letter.may_wait), person)


def moment_of(now: datetime, place: int, number: int, days: int, chance: Random) -> datetime:
    """When the message at a place of so many was written: evenly over the days, on working days, in office hours."""
    ago = days - 1 - place * days // number
    day = (now - timedelta(days=ago)).replace(
        hour=chance.randint(_OPENING_HOUR, _LAST_HOUR), minute=chance.randint(0, 59)
    )
    day -= timedelta(days=max(0, day.weekday() - 4))
    return min(day, now - timedelta(minutes=10 + number - place))


def _author(workspace_id: str, chance: Random) -> Principal:
    subject = weighted(chance, demo_history()["authors"])
    author = next(person for person in LOCAL_PEOPLE if person.subject == subject)
    role = author.role or WorkspaceRole.AGENT
    return Principal(workspace_id, PrincipalKind.PERSON, author.id, role, PERMISSIONS_OF[role])


def language_of(person: StoredProspect) -> Language:
    """The language that the person is written to in."""
    place = person.prospect.location or ""
    return Language.EN if place.endswith(_ENGLISH) else Language.ES


def _edited(chance: Random, message: Message, plan: GenerationPlan) -> Message:
    """The message after a person changed it, if one did; sometimes into something that the gate blocks."""
    story, register = demo_history(), "none" if message.register_ is None else message.register_.value
    turn = chance.random()
    if turn < story["blocked"]:
        ending = story["clashes"][register]
    elif turn < story["edited"]:
        ending = story["endings"][message.language.value][register]
    else:
        return message
    draft = Draft(subject=message.subject, body=message.body + ending)
    examination = examine(draft, plan.context)
    before = Draft(subject=message.subject, body=message.body)
    changes = {
        "status": examination.status,
        "body": draft.body,
        "claims": examination.claims,
        "checks": examination.checks,
        "before_edit": before,
        "changed_share": changed_share(before, draft),
    }
    return message.model_copy(update=changes)


def _ended(
    chance: Random, message: Message, settings: WorkspaceSettings, now: datetime, *, may_wait: bool
) -> tuple[Message, tuple[Outcome, ...]]:
    """The message as it stands today: what is young waits, the rest was rejected, approved, sent and answered."""
    story, decided = demo_history(), message.created_at + timedelta(minutes=chance.randint(20, 1500))
    if decided >= now or _is_left_alone(chance, message, may_wait=may_wait):
        return message, ()
    if chance.random() < story["rejected"]:
        return _rejected(message, decided, chance.choice(story["reasons"])), ()
    approved = _approved(message, decided)
    sent_at = decided + timedelta(minutes=chance.randint(5, 1800))
    if sent_at >= now or chance.random() < story["left_approved"]:
        return approved, ()
    outcomes = DemoStory(story, chance, approved, now).outcomes(sent_at)
    sent = _sent(approved, outcomes, day_of(sent_at, settings))
    return _given_up(sent, settings, now), tuple(outcomes)


def _is_left_alone(chance: Random, message: Message, *, may_wait: bool) -> bool:
    """Whether nobody has decided yet; what blocks mostly waits, and some blocks are lifted by nobody."""
    blocking = blocking_checks(message)
    if NEVER_OVERRIDDEN.intersection(blocking):
        return True
    waits = demo_history()["waiting"]["chance"] if may_wait or blocking else 0.0
    return chance.random() < waits


def _rejected(message: Message, at: datetime, reason: str) -> Message:
    rejection = Rejection(by=message.author, at=at, reason=reason)
    return message.model_copy(update={"status": MessageStatus.REJECTED, "rejection": rejection, "updated_at": at})


def _approved(message: Message, at: datetime) -> Message:
    overridden = blocking_checks(message)
    approval = Approval(
        by=message.author,
        at=at,
        fingerprint=message.fingerprint,
        reason=demo_history()["override_reason"] if overridden else None,
        overridden=overridden,
    )
    return message.model_copy(update={"status": MessageStatus.APPROVED, "approval": approval, "updated_at": at})


def _sent(message: Message, outcomes: Sequence[Outcome], day: date) -> Message:
    reached = milestones_of(outcomes, is_invitation=message.format is Format.LINKEDIN_NOTE)
    updated_at = outcomes[-1].recorded_at
    changes = {"status": MessageStatus.SENT, "milestones": reached, "sent_day": day, "updated_at": updated_at}
    return message.model_copy(update=changes)


def _given_up(message: Message, settings: WorkspaceSettings, now: datetime) -> Message:
    """The message without a follow-up where that was due long ago: somebody at the demo company has decided so."""
    due_on = settings.follow_ups.due_on(message)
    if due_on is None or due_on > day_of(now, settings) - timedelta(days=demo_history()["follow_up_days"]):
        return message
    return message.model_copy(update={"thread": ThreadPlace(is_stopped=True)})


def _operations(
    store: WorkspaceStore, settings: WorkspaceSettings, told: list[_Told], now: datetime
) -> Iterator[Operation]:
    changes = [MessageChange(one.message, outcomes=one.outcomes, is_news=False) for one in told]
    yield from store.messages.writing(changes, day_of(now, settings))
    for one in told:
        yield store.prospects.marking_written(one.person.id, one.message.format, now)
        for outcome in one.outcomes:
            if outcome.kind is OutcomeKind.UNSUBSCRIBED:
                why = Why(SuppressionReason.UNSUBSCRIBED, "outcome", outcome.by, outcome.recorded_at)
                keys = store.suppressions.keys_of(one.person.prospect, [one.person.id])
                yield from store.suppressions.putting(entries_of(keys, why, outcome.id))
