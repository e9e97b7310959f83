"""Key figures of a period."""

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from functions.history.bodies import Day
from shared.api.app import Api
from shared.bootstrap import Services
from shared.domain.metrics import Figures
from shared.domain.principal import Permission, Principal
from shared.services.read_metrics import GroupBy, Report


class Comparison(StrEnum):
    """What a period can be compared with."""

    PREVIOUS = "previous"


class MetricsQuery(BaseModel):
    """Which days, both included and of the workspace's time zone, by default the last 30; and how they are grouped."""

    model_config = ConfigDict(extra="forbid")

    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    group_by: GroupBy | None = None
    compare: Comparison | None = Field(
        default=None, description="`previous`: the period of the same length that ends the day before, too."
    )


class Group(Figures):
    """The figures of one group; `key` names it by what the figures are grouped by."""

    key: dict[str, str]


class PeriodFigures(BaseModel):
    """The figures of a period; `groups` is empty where nothing was asked to be grouped by."""

    model_config = ConfigDict(populate_by_name=True)

    from_: date = Field(alias="from")
    to: date
    groups: list[Group]
    totals: Figures

    @classmethod
    def of(cls, report: Report, group_by: GroupBy | None) -> Self:
        """The report as the API shows it."""
        groups = [Group(key=_key(key, group_by), **dict(figures)) for key, figures in report.groups.items()]
        return cls(from_=report.period.first, to=report.period.last, groups=groups, totals=report.totals)


class Metrics(PeriodFigures):
    """The figures of the period that was asked for; `previous` is null unless a comparison was asked for."""

    previous: PeriodFigures | None = None


def add_metrics(api: Api, services: Services) -> None:
    """Add the routes of figures."""

    @api.get("/v1/metrics", permission=Permission.READ_METRICS, answers={200: Metrics}, tag="metrics")
    def read_metrics(principal: Principal, query: MetricsQuery) -> Metrics:
        """Counts and rates of a period, current at once.

        What happens up to the approval counts on the day a message was generated, all else on the day it was sent.
        Grouped by batch, the newest 50 batches that were started in the period are shown.
        """
        period = services.read_metrics.period(principal, query.from_, query.to)
        shown = Metrics.of(services.read_metrics(principal, period, query.group_by), query.group_by)
        if query.compare is not None:
            before = services.read_metrics(principal, period.before, query.group_by)
            shown.previous = PeriodFigures.of(before, query.group_by)
        return shown


def _key(key: str, group_by: GroupBy | None) -> dict[str, str]:
    names = group_by.dimension.split(",") if group_by else [""]
    return dict(zip(names, key.split(",", len(names) - 1), strict=True))
