"""Rows of a history to messages as they are stored: sent, with outcomes, and linked where one followed another."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from shared.domain.follow_up import LAPSE, NEXT_FORMAT, is_answered
from shared.domain.ids import derived_id
from shared.domain.language import Format, Language, limits_of
from shared.domain.message import IMPORTED, Draft, Message, MessageStatus, PromptUse, ProspectSummary, WriterUse
from shared.domain.outcome import Outcome, OutcomeKind, Sentiment, milestones_of
from shared.domain.prospect import Prospect
from shared.domain.reply import ReplyKind
from shared.domain.role import Role
from shared.domain.role_match import match_role
from shared.domain.text import without_accents
from shared.domain.thread import ThreadPlace
from shared.domain.workspace import WorkspaceSettings
from shared.gate.language_profile import languages_of
from shared.gate.words import tokens_of
from shared.importing.history.outcome_words import Told
from shared.importing.history.rows import HistoryRow
from shared.replies.reading import read_reply
from shared.services.workspace_day import day_of

_FORMAT_WITHOUT_ONE = Format.LINKEDIN_MESSAGE
_NO_ANSWERS = frozenset(
    {OutcomeKind.AUTO_REPLIED, OutcomeKind.OUT_OF_OFFICE, OutcomeKind.BOUNCED, OutcomeKind.UNSUBSCRIBED}
)
_OF_REPLY = {
    ReplyKind.POSITIVE: Told(OutcomeKind.REPLIED, Sentiment.POSITIVE),
    ReplyKind.NEUTRAL: Told(OutcomeKind.REPLIED, Sentiment.NEUTRAL),
    ReplyKind.NEGATIVE: Told(OutcomeKind.REPLIED, Sentiment.NEGATIVE),
    ReplyKind.AUTO_REPLY: Told(OutcomeKind.AUTO_REPLIED, None),
    ReplyKind.OUT_OF_OFFICE: Told(OutcomeKind.OUT_OF_OFFICE, None),
    ReplyKind.UNSUBSCRIBE: Told(OutcomeKind.UNSUBSCRIBED, None),
    ReplyKind.BOUNCE: Told(OutcomeKind.BOUNCED, None),
}


class Defaults(NamedTuple):
    """What holds for all rows of a file: who brings it in, where and when, and what a row without a word of it is."""

    author: str
    settings: WorkspaceSettings
    roles: Sequence[Role]
    format: Format | None
    language: Language | None
    now: datetime


class ToldMessage(NamedTuple):
    """A message as it will be stored, its outcomes, and the person that the row names."""

    message: Message
    outcomes: tuple[Outcome, ...]
    person: Prospect


def tell(rows: Sequence[HistoryRow], defaults: Defaults) -> list[ToldMessage]:
    """The messages of usable rows, each once, those of one person and channel linked as a thread."""
    told = {one.message.id: one for row in rows if (one := _told(row, defaults)) is not None}
    return _linked(list(told.values()))


def person_key(person: Prospect) -> str:
    """What a person of a file is told by: an address, or name and company where there is none."""
    named = without_accents(f"{person.full_name or ''}|{person.company or ''}")
    return person.linkedin_url or person.email or named


def _told(row: HistoryRow, defaults: Defaults) -> ToldMessage | None:
    """None for what is dated after now: it cannot have been sent."""
    sent_at = row.sent_at
    if sent_at is None or sent_at > defaults.now:
        return None
    format_ = row.format or defaults.format or (Format.EMAIL if row.subject else _FORMAT_WITHOUT_ONE)
    draft = Draft(subject=row.subject if format_.has_subject else None, body=row.body)
    id_ = derived_id("history", person_key(row.prospect), format_, sent_at.isoformat(), draft.body)
    outcomes = tuple(_outcomes(row, id_, defaults))
    summary = ProspectSummary(
        id="", full_name=row.prospect.full_name or "", title=row.prospect.title, company=row.prospect.company
    )
    language = row.language or defaults.language or _language_of(draft.body) or defaults.settings.languages[0]
    limits = limits_of(format_, defaults.settings.linkedin_tier)
    day = day_of(sent_at, defaults.settings)
    message = Message(
        id=id_,
        status=MessageStatus.SENT,
        role=match_role(row.prospect.title, row.prospect.headline, defaults.roles, defaults.settings.default_role),
        format=format_,
        language=language,
        register_=None,
        subject=draft.subject,
        body=draft.body,
        limit=limits.body,
        subject_limit=limits.subject,
        prompt=PromptUse(id=IMPORTED, version=0),
        writer=_no_writer(defaults.settings),
        prospect=summary,
        author=defaults.author,
        milestones=milestones_of(outcomes, is_invitation=format_ is Format.LINKEDIN_NOTE),
        created_at=sent_at,
        updated_at=defaults.now,
        created_day=day,
        sent_day=day,
    )
    return ToldMessage(message, outcomes, row.prospect)


def _outcomes(row: HistoryRow, message_id: str, defaults: Defaults) -> Iterator[Outcome]:
    """The sending, and all that the row says of what came after it, each kind once; nothing before the sending."""
    assert row.sent_at is not None  # noqa: S101  the row is usable
    yield _outcome(message_id, Told(OutcomeKind.SENT, None), row.sent_at, defaults, row.account)
    if row.accepted_at is not None:
        yield _outcome(message_id, Told(OutcomeKind.ACCEPTED, None), max(row.accepted_at, row.sent_at), defaults)
    for one in _told_once([*row.outcomes, *_reply(row, defaults)]):
        is_known = one.kind is OutcomeKind.SENT or (one.kind is OutcomeKind.ACCEPTED and row.accepted_at is not None)
        if not is_known:
            at = max(row.replied_at or row.sent_at, row.sent_at)
            yield _outcome(message_id, _with_sentiment(one, row), at, defaults)


def _told_once(told: Sequence[Told]) -> list[Told]:
    """Each kind once; how an answer was, by the first that says it."""
    found: dict[OutcomeKind, Told] = {}
    for one in told:
        before = found.get(one.kind)
        if before is None or before.sentiment is None:
            found[one.kind] = one
    return list(found.values())


def _reply(row: HistoryRow, defaults: Defaults) -> list[Told]:
    """What an answer was: its text read as any; a date alone, unless something else came on that day."""
    if row.reply is not None:
        day = day_of(row.replied_at or row.sent_at or defaults.now, defaults.settings)
        return [_OF_REPLY[read_reply(row.reply, {}, day).kind]]
    came = {one.kind for one in row.outcomes}
    return [] if row.replied_at is None or came & _NO_ANSWERS else [Told(OutcomeKind.REPLIED, None)]


def _with_sentiment(told: Told, row: HistoryRow) -> Told:
    if told.kind is not OutcomeKind.REPLIED:
        return told
    return told._replace(sentiment=row.sentiment or told.sentiment or Sentiment.NEUTRAL)


def _outcome(message_id: str, told: Told, at: datetime, defaults: Defaults, account: str | None = None) -> Outcome:
    return Outcome(
        id=derived_id("history-outcome", message_id, told.kind),
        message_id=message_id,
        kind=told.kind,
        sentiment=told.sentiment,
        occurred_at=min(at, defaults.now),
        account=account,
        by=defaults.author,
        recorded_at=defaults.now,
    )


def _no_writer(settings: WorkspaceSettings) -> WriterUse:
    return WriterUse(
        provider=IMPORTED,
        model=IMPORTED,
        input_tokens=0,
        output_tokens=0,
        cost_micros=0,
        currency=settings.currency,
        latency_ms=0,
        attempts=0,
    )


def _language_of(text: str) -> Language | None:
    """The language that most of the text's words speak for; None where none does."""
    weights = dict.fromkeys(Language, 0.0)
    for word in tokens_of(text):
        for language, weight in languages_of(word):
            if language in weights:
                weights[Language(language)] += weight
    best = max(weights, key=lambda language: weights[language])
    return best if weights[best] > 0 else None


def _linked(told: Sequence[ToldMessage]) -> list[ToldMessage]:
    """The same messages; one to a person who had not answered the one before, within the time that a follow-up has,
    follows it.
    """
    linked = sorted(told, key=lambda one: (person_key(one.person), one.message.created_at))
    for place in range(1, len(linked)):
        before, after = linked[place - 1], linked[place]
        if not _follows(before, after):
            continue
        was = before.message.thread
        first = was.first or before.message.id
        place_after = ThreadPlace(first=first, follows=before.message.id, number=was.number + 1)
        linked[place - 1] = _placed(before, was.model_copy(update={"followed_by": after.message.id}))
        linked[place] = _placed(after, place_after)
    return linked


def _follows(before: ToldMessage, after: ToldMessage) -> bool:
    is_same = person_key(before.person) == person_key(after.person)
    fits = NEXT_FORMAT[before.message.format] is after.message.format
    soon = after.message.created_at - before.message.created_at <= LAPSE
    return is_same and fits and soon and not is_answered(before.message.milestones)


def _placed(told: ToldMessage, place: ThreadPlace) -> ToldMessage:
    return told._replace(message=told.message.model_copy(update={"thread": place}))
