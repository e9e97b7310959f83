"""That people were erased, never who."""

from datetime import datetime
from typing import Self

from pydantic import BaseModel

from shared.api.app import Api
from shared.api.pagination import Page, PageQuery
from shared.bootstrap import Services
from shared.domain.erasure import Erasure, ErasureState
from shared.domain.principal import Permission, Principal


class ErasureView(BaseModel):
    """That somebody was erased, or is being erased; nothing here tells who it was. `by` is who asked for it."""

    id: str
    prospect_id: str
    state: ErasureState
    by: str
    created_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, erasure: Erasure) -> Self:
        """The erasure as the API shows it."""
        return cls(**erasure.model_dump(include=set(cls.model_fields)))


def add_erasures(api: Api, services: Services) -> None:
    """Add the route of erasures."""

    @api.get("/v1/erasures", permission=Permission.ERASE_PROSPECTS, answers={200: Page[ErasureView]}, tag="prospects")
    def list_erasures(principal: Principal, query: PageQuery) -> Page[ErasureView]:
        """Erasures, newest first: that they were made, never of whom."""
        found = services.erase_person.page(principal, api.position(principal, query), query.limit)
        return api.page(principal, query, [ErasureView.of(one) for one in found.items], found.next_position)
