"""That a person was erased, kept without anything of the person."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel


class PersonMarks(BaseModel, defer_build=True):
    """What one person is recognised by in places that hold no id of theirs, such as the rows of a file.

    All are keyed hashes (`shared.repositories.identity`): nobody without the key can tell whose they are. `addresses`
    by kind ("linkedin", "email"), `earlier` ones that the person had before; `name` is of name and company together,
    None for a person without a name.
    """

    addresses: dict[str, str] = {}
    earlier: tuple[str, ...] = ()
    name: str | None = None

    @property
    def every_address(self) -> tuple[str, ...]:
        """The marks of all addresses."""
        return (*self.addresses.values(), *self.earlier)

    @property
    def all(self) -> tuple[str, ...]:
        """Every mark, for a search by any of them."""
        return (*self.every_address, *([] if self.name is None else [self.name]))

    def are_of(self, other: "PersonMarks") -> bool:
        """Whether both are of the same person: one address in common; or, where no two addresses of one kind
        contradict it, the same name in the same company.
        """
        if not set(self.every_address).isdisjoint(other.every_address):
            return True
        is_contradicted = bool(self.addresses.keys() & other.addresses.keys())
        return not is_contradicted and self.name is not None and self.name == other.name


class ErasureState(StrEnum):
    """Whether anything of the person may still be there."""

    RUNNING = "running"
    DONE = "done"


class Erasure(BaseModel, defer_build=True):
    """One erasure. The person's own document is gone with the write that creates this one; `place` is how far the rest
    is ("imports/<id>", "batches/<id>"). The marks stay: after a restore from a backup the same erasure is made again.
    """

    id: str
    prospect_id: str
    marks: PersonMarks
    state: ErasureState = ErasureState.RUNNING
    by: str
    by_kind: str
    place: str | None = None
    created_at: datetime
    finished_at: datetime | None = None
