"""Values of the Documents port: what a store keeps, how it is changed, how it is asked.

The semantics are Firestore's, on every adapter. They are stated at `shared.ports.Documents`; the limits that hold
everywhere, and the rules for a valid write, are in `document_rules.py`, those for a valid query in `query_rules.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypeAlias

Scalar: TypeAlias = bool | int | float | datetime | str | None
"""An indexed value: what a query may compare. Datetimes are aware and have microseconds."""

IndexedValue: TypeAlias = Scalar | tuple[str, ...]
"""A scalar, or an array of strings for `Contains`."""

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

PayloadPath: TypeAlias = tuple[str, ...]
"""Keys from the payload's root to one value: ("counts", "sent:role=sales"). Keys may hold any character."""


class Document(NamedTuple):
    """One stored document.

    `path` is "collection/id" repeated ("workspaces/w/messages/m"); `fields` are the indexed fields, all that queries
    can see; `payload` is the rest; `version` is opaque and differs after every write to the document.
    """

    path: str
    fields: Mapping[str, IndexedValue]
    payload: Mapping[str, Json]
    version: str

    @property
    def id(self) -> str:
        """The last segment of the path."""
        return self.path.rpartition("/")[2]


class Create(NamedTuple):
    """Create the document; the write conflicts if it exists."""

    path: str
    fields: Mapping[str, IndexedValue] = {}
    payload: Mapping[str, Json] = {}


class Put(NamedTuple):
    """Create or replace the whole document, whatever is there."""

    path: str
    fields: Mapping[str, IndexedValue] = {}
    payload: Mapping[str, Json] = {}


class Update(NamedTuple):
    """Set the named indexed fields and payload values, keep all others; conflicts if the document is missing.

    With `version`, conflicts also if the stored document has another one. `removed` names indexed fields to drop,
    so that no query sees the document by them any more. A payload path makes the objects on its way, also in the
    place of a value that is none. An Update that names nothing still gives the document a new version: so a guard
    document is touched.
    """

    path: str
    fields: Mapping[str, IndexedValue] = {}
    payload: Mapping[PayloadPath, Json] = {}
    removed: tuple[str, ...] = ()
    version: str | None = None


class Increment(NamedTuple):
    """Add whole amounts to numbers in the payload; what is missing, the document included, or no number counts as 0.

    A whole number stops at the ends of 64 bits. Refused unless the same write carries a Create, or an Update at a
    version: a repeated write then conflicts instead of counting twice.
    """

    path: str
    amounts: Mapping[PayloadPath, int]


class Delete(NamedTuple):
    """Delete the document, if it is there; with `version`, conflicts unless it is there at that version."""

    path: str
    version: str | None = None


Operation: TypeAlias = Create | Put | Update | Increment | Delete


class Equal(NamedTuple):
    """The field equals the value, null included."""

    field: str
    value: Scalar


class In(NamedTuple):
    """The field equals one of 1 to 30 values, null not among them."""

    field: str
    values: tuple[Scalar, ...]


class Contains(NamedTuple):
    """The array field holds the string."""

    field: str
    value: str


class Bound(StrEnum):
    """How one end of a range compares."""

    AT_LEAST = ">="
    ABOVE = ">"
    AT_MOST = "<="
    BELOW = "<"


class Compare(NamedTuple):
    """One end of the query's single range, never null; all Compare filters of a query name the first order's field."""

    field: str
    bound: Bound
    value: Scalar


Filter: TypeAlias = Equal | In | Contains | Compare


class Order(NamedTuple):
    """Sort by an indexed field; ties end with the id in the direction of the last order."""

    field: str
    descending: bool = False


class Query(NamedTuple):
    """A question to one collection ("workspaces/w/messages").

    `after` holds the sort values of the last document seen and then its id, in the order of `order`. With
    `fields_only` the answer's documents have an empty payload (a projection to the indexed fields). With `keys` they
    have nothing but these keys of the payload and the fields that the query orders by: for many documents of which
    little is looked at, since a store may take longer to hand one over whole than to find it.
    """

    collection: str
    where: tuple[Filter, ...] = ()
    order: tuple[Order, ...] = ()
    after: tuple[Scalar, ...] | None = None
    limit: int | None = None
    fields_only: bool = False
    keys: tuple[str, ...] | None = None

    def asked_of(self, document: Document) -> Document:
        """What the query asks of a document that it found."""
        if self.keys is None:
            return document._replace(payload={}) if self.fields_only else document
        ordering = {order.field for order in self.order}
        return document._replace(
            fields={name: value for name, value in document.fields.items() if name in ordering},
            payload={key: value for key, value in document.payload.items() if key in self.keys},
        )


class IndexMode(StrEnum):
    """How one field takes part in an index."""

    ASCENDING = "ascending"
    DESCENDING = "descending"
    CONTAINS = "contains"


class Index(NamedTuple):
    """A composite index that a repository declares for the queries that it makes.

    `group` is the collection's last segment ("messages"). The id closes every index in the direction of the last
    field, unnamed. Terraform's indexes are derived from these declarations, and the embedded store refuses what they
    do not serve.
    """

    group: str
    fields: tuple[tuple[str, IndexMode], ...]


class Exemption(NamedTuple):
    """A field of a group's documents that has no index of its own, since no query asks for it alone.

    Firestore keeps an index of every field unless it is told not to; a declared index may hold the field all the same
    (https://cloud.google.com/firestore/docs/query-data/index-overview#single-field_index_exemptions).
    """

    group: str
    field: str


Declaration: TypeAlias = Index | Exemption


@dataclass(frozen=True)
class Aggregate:
    """The answer to an aggregation: how many documents match, and the sums of the fields that were asked for.

    A sum leaves out values that are no numbers; it is whole if all of them are and it fits 64 bits.
    """

    count: int
    sums: Mapping[str, int | float] = field(default_factory=dict)
