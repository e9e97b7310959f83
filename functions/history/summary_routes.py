"""Monthly summaries, and the nightly proofs that the counters behind all figures are right."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from functions.history.metrics_routes import Group
from shared.api.app import Api
from shared.api.pagination import Page, PageQuery
from shared.bootstrap import Services
from shared.domain.metrics import Figures
from shared.domain.principal import Permission, Principal
from shared.domain.proof import CounterProof, MendedCount
from shared.domain.summary import MonthlySummary


class MonthPath(BaseModel):
    """Names one month: 2026-10."""

    month: Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class SummaryView(BaseModel):
    """A month's figures, all together and by role, beside the month before. `is_final` says that every message of the
    month is 14 days old, so that the figures stay as they are.
    """

    model_config = ConfigDict(populate_by_name=True)

    month: str
    from_: date = Field(alias="from")
    to: date
    made_at: datetime
    is_final: bool
    totals: Figures
    previous_totals: Figures
    groups: list[Group]
    previous_groups: list[Group]

    @classmethod
    def of(cls, summary: MonthlySummary) -> Self:
        """The summary as the API shows it."""
        shown = {name: getattr(summary, name) for name in cls.model_fields if not name.endswith("groups")}
        return cls(**shown, groups=_by_role(summary.roles), previous_groups=_by_role(summary.previous_roles))


class ProofView(BaseModel):
    """One night's recount: which days were held against the messages, and what was mended: at most 200 counts by name,
    `mended_counts` in all. `busy_days` are looked at again the night after.
    """

    night: date
    at: datetime
    days: list[date]
    busy_days: list[date]
    mended_counts: int
    mended: list[MendedCount]

    @classmethod
    def of(cls, proof: CounterProof) -> Self:
        """The proof as the API shows it."""
        return cls(**{name: getattr(proof, name) for name in cls.model_fields})


def add_summaries(api: Api, services: Services) -> None:
    """Add the routes of summaries."""

    @api.get("/v1/summaries", permission=Permission.READ_METRICS, answers={200: Page[SummaryView]}, tag="metrics")
    def list_summaries(principal: Principal, query: PageQuery) -> Page[SummaryView]:
        """Monthly summaries by role, the latest month first; webhooks tell of each as `summary.monthly`."""
        found = services.list_summaries(principal, api.position(principal, query), query.limit)
        return api.page(principal, query, [SummaryView.of(one) for one in found.items], found.next_position)

    @api.get("/v1/summaries/<month>", permission=Permission.READ_METRICS, answers={200: SummaryView}, tag="metrics")
    def get_summary(principal: Principal, path: MonthPath) -> SummaryView:
        """The summary of one month."""
        return SummaryView.of(services.list_summaries.one(principal, path.month))


def add_proofs(api: Api, services: Services) -> None:
    """Add the route of the nights' recounts."""

    @api.get("/v1/metrics/proofs", permission=Permission.READ_METRICS, answers={200: Page[ProofView]}, tag="metrics")
    def list_proofs(principal: Principal, query: PageQuery) -> Page[ProofView]:
        """What each night's recount found: the counters are held against the messages, and mended where they differ."""
        found = services.list_summaries.proofs(principal, api.position(principal, query), query.limit)
        return api.page(principal, query, [ProofView.of(one) for one in found.items], found.next_position)


def _by_role(figures: dict[str, Figures]) -> list[Group]:
    return [Group(key={"role": role}, **dict(one)) for role, one in figures.items()]
