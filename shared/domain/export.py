"""Files that messages are taken out in, and the columns that other tools import without mapping."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel

from shared.domain.language import Format
from shared.domain.message import Message
from shared.domain.prospect import Prospect


class ExportFormat(StrEnum):
    """The kind of file."""

    CSV = "csv"
    JSONL = "jsonl"


class ExportLayout(StrEnum):
    """Whose columns a CSV has: all that we know, or those that a tool imports without mapping.

    `linkedin` is what LinkedIn helpers take, `mail` Instantly, Smartlead and Lemlist; `hubspot` and `salesforce` are
    contacts and leads with the message beside them.
    """

    FULL = "full"
    LINKEDIN = "linkedin"
    MAIL = "mail"
    HUBSPOT = "hubspot"
    SALESFORCE = "salesforce"

    @property
    def sends(self) -> frozenset[Format] | None:
        """The formats of the messages that a tool of this layout sends; None where nothing is sent by it.

        What is sent must have been approved, must not have been sent, and must not go to somebody on the suppression
        list: such a file holds nothing else.
        """
        return _SENT_BY.get(self)


_SENT_BY = {
    ExportLayout.LINKEDIN: frozenset(Format) - {Format.EMAIL},
    ExportLayout.MAIL: frozenset({Format.EMAIL}),
}


class Export(BaseModel):
    """One file that was asked for: what is in it, for whom, and until when it can be fetched, once."""

    id: str
    format: ExportFormat
    layout: ExportLayout
    selection: dict[str, str]
    by: str
    created_at: datetime
    expires_at: datetime
    fetched_at: datetime | None = None


Column = Callable[[Message, Prospect], object]


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")


_PERSON: Mapping[str, Column] = {
    "full_name": lambda message, _: message.prospect.full_name,
    "first_name": lambda _, person: person.first_name,
    "last_name": lambda _, person: person.last_name,
    "title": lambda message, _: message.prospect.title,
    "company": lambda message, _: message.prospect.company,
    "email": lambda _, person: person.email,
    "linkedin_url": lambda _, person: person.linkedin_url,
    "location": lambda _, person: person.location,
}
_TEXT: Mapping[str, Column] = {
    "subject": lambda message, _: message.subject,
    "body": lambda message, _: message.body,
}
_FULL: Mapping[str, Column] = {
    "id": lambda message, _: message.id,
    "created_at": lambda message, _: _moment(message.created_at),
    "status": lambda message, _: message.status.value,
    "role": lambda message, _: message.role.key,
    "format": lambda message, _: message.format.value,
    "language": lambda message, _: message.language.value,
    **_PERSON,
    **_TEXT,
    "characters": lambda message, _: message.characters,
    "prompt_id": lambda message, _: message.prompt.id,
    "variant": lambda message, _: message.prompt.variant,
    "batch_id": lambda message, _: message.batch_id,
    "author": lambda message, _: message.author,
    "assignee": lambda message, _: message.assignee,
    "approved_at": lambda message, _: _moment(None if message.approval is None else message.approval.at),
    "sent_at": lambda message, _: _moment(message.milestones.sent_at),
    "account": lambda message, _: message.milestones.account,
    "accepted_at": lambda message, _: _moment(message.milestones.accepted_at),
    "first_reply_at": lambda message, _: _moment(message.milestones.first_reply_at),
    "first_reply": lambda message, _: message.milestones.first_reply,
    "meeting_at": lambda message, _: _moment(message.milestones.meeting_at),
    "won_at": lambda message, _: _moment(message.milestones.won_at),
    "lost_at": lambda message, _: _moment(message.milestones.lost_at),
    "bounced_at": lambda message, _: _moment(message.milestones.bounced_at),
    "unsubscribed_at": lambda message, _: _moment(message.milestones.unsubscribed_at),
}

COLUMNS: Mapping[ExportLayout, Mapping[str, Column]] = {
    ExportLayout.FULL: _FULL,
    ExportLayout.LINKEDIN: {
        "profileUrl": _PERSON["linkedin_url"],
        "firstName": _PERSON["first_name"],
        "lastName": _PERSON["last_name"],
        "company": _PERSON["company"],
        "title": _PERSON["title"],
        "message": _TEXT["body"],
    },
    ExportLayout.MAIL: {
        "email": _PERSON["email"],
        "first_name": _PERSON["first_name"],
        "last_name": _PERSON["last_name"],
        "company": _PERSON["company"],
        "title": _PERSON["title"],
        "linkedin_url": _PERSON["linkedin_url"],
        "subject": _TEXT["subject"],
        "personalization": _TEXT["body"],
    },
    ExportLayout.HUBSPOT: {
        "First Name": _PERSON["first_name"],
        "Last Name": _PERSON["last_name"],
        "Email": _PERSON["email"],
        "Job Title": _PERSON["title"],
        "Company Name": _PERSON["company"],
        "LinkedIn URL": _PERSON["linkedin_url"],
        "Message Subject": _TEXT["subject"],
        "Message": _TEXT["body"],
        "Sent Date": _FULL["sent_at"],
        "Reply": _FULL["first_reply"],
    },
    ExportLayout.SALESFORCE: {
        "First Name": _PERSON["first_name"],
        "Last Name": _PERSON["last_name"],
        "Title": _PERSON["title"],
        "Company": _PERSON["company"],
        "Email": _PERSON["email"],
        "Website": lambda _, _person: None,
        "Lead Source": lambda _, _person: "Reteki Outreach",
        "Description": _TEXT["body"],
    },
}
"""The columns of each layout by their headings, in their order. Headings follow the tools' own import files."""


def record_of(message: Message, person: Prospect) -> dict[str, object]:
    """A message as a line of JSON has it: the whole message, and the person's addresses beside their name."""
    record = message.model_dump(mode="json", by_alias=True)
    record["prospect"] |= {"email": person.email, "linkedin_url": person.linkedin_url}
    return record
