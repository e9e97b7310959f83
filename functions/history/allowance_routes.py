"""What is left of what LinkedIn lets a person send."""

from datetime import datetime
from typing import Self

from pydantic import BaseModel

from shared.api.app import Api
from shared.bootstrap import Services
from shared.domain.allowance import Allowance, AllowanceKind
from shared.domain.principal import Permission, Principal


class AllowanceView(BaseModel):
    """How the caller stands: `used` of `limit` since `since`, of which `used_today` today. `limit` and `left` are null
    where there is no limit. `more_at` is when the next one comes free; null while nothing is used.
    """

    kind: AllowanceKind
    limit: int | None
    used: int
    used_today: int
    left: int | None
    since: datetime
    more_at: datetime | None

    @classmethod
    def of(cls, allowance: Allowance) -> Self:
        """The allowance as the API shows it."""
        return cls(**allowance._asdict(), left=allowance.left)


class AllowanceList(BaseModel):
    """All allowances of one person or key."""

    items: list[AllowanceView]

    @classmethod
    def of(cls, allowances: list[Allowance]) -> Self:
        """The allowances as the API shows them."""
        return cls(items=[AllowanceView.of(allowance) for allowance in allowances])


def add_allowances(api: Api, services: Services) -> None:
    """Add the route of allowances."""

    @api.get("/v1/allowances", permission=Permission.READ_MESSAGES, answers={200: AllowanceList}, tag="messages")
    def list_allowances(principal: Principal) -> AllowanceList:
        """How many invitations the caller has sent in the last 7 days and how many notes this month, and what is left.

        Counted when a message is marked sent, for whoever marks it. Nothing is ever refused for it.
        """
        return AllowanceList.of(services.read_allowances(principal))
