"""How far the clock has come with what it does for every workspace once a night."""

from datetime import date

from pydantic import BaseModel

from shared.ports import Documents
from shared.repositories.aggregate import Aggregate


class Round(BaseModel):
    """One night's round: `after` is the last workspace that is done; `done`: all of them are."""

    night: date
    after: str | None = None
    done: bool = False


class Rounds(Aggregate[Round]):
    """`rounds/{name}`: outside workspaces, since the clock belongs to none."""

    collection = "rounds"
    model = Round

    def __init__(self, documents: Documents) -> None:
        super().__init__(documents, "")
        self._parent = self.collection
