"""Invitations by who sent them and when: what each person's allowance is counted from."""

from datetime import datetime

from shared.domain.documents import Bound, Compare, Equal, Index, IndexMode, Order, Query
from shared.ports import Documents

BY_SENDER = Index("messages", (("invited_by", IndexMode.ASCENDING), ("sent_at", IndexMode.ASCENDING)))


class SentInvitations:
    """Reads the messages of one workspace by their `invited_by` and `sent_at`."""

    def __init__(self, documents: Documents, messages: str) -> None:
        self._documents = documents
        self._messages = messages

    def count(self, sender: str, since: datetime) -> int:
        """How many invitations the person, or key, has sent since then, that moment included."""
        return self._documents.aggregate(self._query(sender, since)).count

    def first(self, sender: str, since: datetime) -> datetime | None:
        """When the first of those was sent; None if there is none."""
        found = self._documents.query(self._query(sender, since)._replace(limit=1, fields_only=True))
        sent_at = found[0].fields["sent_at"] if found else None
        return sent_at if isinstance(sent_at, datetime) else None

    def _query(self, sender: str, since: datetime) -> Query:
        where = (Equal("invited_by", sender), Compare("sent_at", Bound.AT_LEAST, since))
        return Query(self._messages, where, (Order("sent_at"),))
