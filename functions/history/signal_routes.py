"""Signals: what goes with positive replies, as hints for whoever writes prompts."""

from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from functions.history.bodies import Day
from shared.api.app import Api
from shared.api.language import interface_language
from shared.bootstrap import Services
from shared.domain.errors import Sentence
from shared.domain.language import Format, Language
from shared.domain.message_signals import LABELS
from shared.domain.metrics import Rate
from shared.domain.principal import Permission, Principal
from shared.domain.signal_report import MINIMUM_SAMPLE, SignalResult, SignalVerdict
from shared.services.read_metrics import Period
from shared.services.read_signals import SignalFilter

_HINTS = {
    SignalVerdict.MORE: Sentence(
        "Los mensajes que {label} reciben más respuestas positivas: {having} frente a {lacking}.",
        "Messages that {label} get more positive replies: {having} against {lacking}.",
    ),
    SignalVerdict.LESS: Sentence(
        "Los mensajes que {label} reciben menos respuestas positivas: {having} frente a {lacking}.",
        "Messages that {label} get fewer positive replies: {having} against {lacking}.",
    ),
}
_NOTE = Sentence(
    "Son asociaciones, no causas: un experimento dice si un cambio lo consigue. Los valores p están corregidos (Holm) "
    "por mirar varias señales a la vez.",
    "These are associations, not causes: an experiment tells whether a change brings it about. P-values are corrected "
    "(Holm) for looking at several signals at once.",
)


class SignalsQuery(BaseModel):
    """Which messages: sent on which days of the workspace, by default the last 90 that are mature; of which kind."""

    model_config = ConfigDict(extra="forbid")

    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    format: Format | None = None
    language: Language | None = None


class SignalView(SignalResult):
    """One signal. `label` completes "messages that …"; `hint` is null unless the signal goes with more or fewer
    positive replies for sure enough.
    """

    label: str
    hint: str | None

    @classmethod
    def of_result(cls, result: SignalResult, interface: str) -> Self:
        """The signal with its sentences in the language `interface`."""
        label = LABELS[result.signal].in_language(interface)
        return cls(**dict(result), label=label, hint=_hint(result, label, interface))


class Signals(BaseModel):
    """What goes with positive replies among messages that are 14 days old, each signal held against the messages
    without it in the same format and language. `minimum_sample` messages are needed with it and without it.
    """

    model_config = ConfigDict(populate_by_name=True)

    from_: date = Field(alias="from")
    to: date
    minimum_sample: int
    items: list[SignalView]
    note: str

    @classmethod
    def of(cls, period: Period, results: list[SignalResult], interface: str) -> Self:
        """The results as the API shows them."""
        return cls(
            from_=period.first,
            to=period.last,
            minimum_sample=MINIMUM_SAMPLE,
            items=[SignalView.of_result(result, interface) for result in results],
            note=_NOTE.in_language(interface),
        )


def add_signals(api: Api, services: Services) -> None:
    """Add the route of signals."""

    @api.get("/v1/signals", permission=Permission.READ_METRICS, answers={200: Signals}, tag="metrics")
    def read_signals(principal: Principal, query: SignalsQuery) -> Signals:
        """Which facts, length, question and form of address go with positive replies."""
        period = services.read_signals.period(principal, query.from_, query.to)
        results = services.read_signals(principal, period, SignalFilter(query.format, query.language))
        return Signals.of(period, results, interface_language())


def _hint(result: SignalResult, label: str, interface: str) -> str | None:
    hint = _HINTS.get(result.verdict)
    if hint is None:
        return None
    having, lacking = _shown(result.with_signal, interface), _shown(result.without_signal, interface)
    return hint.in_language(interface).format(label=label, having=having, lacking=lacking)


def _shown(rate: Rate, interface: str) -> str:
    share = f"{100 * (rate.value or 0):.1f}"
    shown = f"{share}%" if interface == "en" else f"{share.replace('.', ',')} %"
    return f"{shown} ({rate.numerator}/{rate.denominator})"
