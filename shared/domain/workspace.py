"""A workspace and its settings: all that one customer decides for itself."""

from enum import StrEnum
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StringConstraints
from pydantic_core import PydanticCustomError

from shared.domain.allowance import AllowanceSettings
from shared.domain.follow_up import FollowUpRules
from shared.domain.language import Language, LinkedinTier, Register
from shared.domain.own_icp import OwnIcp
from shared.domain.plan import DEMO_REQUESTS_A_MINUTE, MESSAGES_A_MONTH, REQUESTS_A_MINUTE, Plan
from shared.domain.retention import RetentionDays
from shared.domain.role import Bilingual, Line, RoleKey

HostName = Annotated[
    str,
    StringConstraints(to_lower=True, min_length=4, max_length=253, pattern=r"^([a-z0-9-]{1,63}\.)+[a-z]{2,63}$"),
]
"""A domain without scheme, port or path: "example.com"."""


_NO_PLACES = ("localtime", "Factory", "posixrules")
"""Files beside the IANA database's zones: what a machine is set to, and what stands for nothing."""


def _known_time_zone(name: str) -> str:
    try:
        if name in _NO_PLACES or name.startswith(("posix/", "right/")):
            raise ValueError(name)
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise PydanticCustomError("time_zone", "not a time zone of the IANA database") from error
    return name


_Choice = TypeVar("_Choice")


def _without_repeats(choices: list[_Choice]) -> list[_Choice]:
    return list(dict.fromkeys(choices))


def _without_defaults(schema: dict[str, Any]) -> None:
    """A change has no defaults: what is left out stays."""
    for field in schema["properties"].values():
        field.pop("default", None)


CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO 4217 code."""

TimeZoneName = Annotated[str, AfterValidator(_known_time_zone)]
"""A name of the IANA time zone database: "America/Buenos_Aires"."""

Languages = Annotated[list[Language], Field(min_length=1), AfterValidator(_without_repeats)]
"""At least one language, each once, the default first."""


class AdvisoryCheck(StrEnum):
    """The checks that only warn; a workspace may do without any of them, never without one that blocks."""

    GENERIC = "generic"
    NEAR_DUPLICATE = "near_duplicate"
    CLICHES = "cliches"
    QUESTIONS = "questions"
    OPENING = "opening"
    EXCLAMATIONS = "exclamations"
    SHOUTING = "shouting"
    SENTENCE_LENGTH = "sentence_length"


class Sender(BaseModel, defer_build=True):
    """Who signs the messages."""

    model_config = ConfigDict(extra="forbid")

    name: Line
    company: Line
    title: Line | None = None


class SettingsChange(BaseModel, defer_build=True):
    """What people of a workspace may decide; as a change, what is left out stays as it is.

    `languages`: the first is the default of generations. `proof_points`: what we may say about ourselves, beyond
    each role's own; empty in a real workspace until somebody writes them. `allowed_links`: domains that messages may
    link to. `own_icp`: titles and sectors that are no customers; imports show who has one. `default_role`: where titles
    go that no role knows. Null clears `sender` and `value_proposition`, and nothing else. `follow_ups`: after
    how many days without an answer a message is followed up, and how often. `switched_off_checks`: checks that only
    warn and are not wanted here. `allowances`: what each person may send on LinkedIn; shown, never held.
    `retention_days`: messages are removed so long after they were written, and people once nobody has written to them
    or brought news of them for so long; in the night, for good, with what came of them. Figures stay.
    """

    model_config = ConfigDict(extra="forbid", json_schema_extra=_without_defaults)

    name: Line = "-"
    linkedin_tier: LinkedinTier = LinkedinTier.FREE
    register_: Register = Field(default=Register.USTED, alias="register")
    languages: Languages = [Language.ES, Language.EN]
    sender: Sender | None = None
    value_proposition: Bilingual | None = None
    proof_points: Annotated[list[Line], Field(max_length=50)] = []
    allowed_links: Annotated[list[HostName], Field(max_length=50)] = []
    max_links: Annotated[int, Field(strict=True, ge=0, le=10)] = 1
    default_role: RoleKey = "general_management"
    currency: CurrencyCode = "USD"
    time_zone: TimeZoneName = "Europe/Madrid"
    own_icp: OwnIcp = OwnIcp()
    generation_paused: StrictBool = False
    follow_ups: FollowUpRules = FollowUpRules()
    switched_off_checks: Annotated[list[AdvisoryCheck], AfterValidator(_without_repeats)] = []
    allowances: AllowanceSettings = AllowanceSettings()
    retention_days: RetentionDays = 730


class WorkspaceSettings(SettingsChange):
    """What a workspace has decided; the answer of GET /v1/settings. `demo` marks the fictional company, and the plan is
    what the customer has agreed to: neither can be changed from inside.
    """

    model_config = ConfigDict(json_schema_extra=None)

    name: Line
    demo: bool = False
    plan: Plan = Plan.FREE

    @property
    def messages_a_month(self) -> int | None:
        """How many messages the plan allows in a calendar month; None: no limit is held here."""
        return None if self.demo else MESSAGES_A_MONTH[self.plan]

    @property
    def requests_a_minute(self) -> int:
        """How many requests one person or key may send in a minute."""
        return DEMO_REQUESTS_A_MINUTE if self.demo else REQUESTS_A_MINUTE

    def value_proposition_in(self, language: Language) -> str | None:
        """What the workspace says it does, in the language; None until somebody writes it."""
        return None if self.value_proposition is None else self.value_proposition.in_language(language)

    def changed(self, change: SettingsChange) -> "WorkspaceSettings":
        """These settings with the change's own fields in place of theirs."""
        return self.model_copy(update={name: getattr(change, name) for name in change.model_fields_set})
