"""A writer that overshoots: nothing over its limit is ready, and nothing is cut to fit."""

from benchmarks.quality.overshooting import Overshoot, overshoot
from shared.domain.generation import GenerationRequest
from shared.domain.ids import derived_id
from shared.domain.message import Message, MessageStatus
from shared.domain.text import normalized, utf16_length
from shared.domain.workspace import SettingsChange
from tests.builders import Product, product, prospect
from tests.fakes import ScriptedWriter

DRAFTS = 80


def generated(made: Product, number: int, case: Overshoot) -> Message:
    known = prospect().model_dump() | {"full_name": case.name, "first_name": None, "last_name": None}
    asked = {"prospect": known, "format": case.format, "language": case.language, "register": case.register}
    made.services.change_settings(made.principal, SettingsChange(linkedin_tier=case.tier))
    request = GenerationRequest.model_validate(asked)
    return made.services.generate_message(made.principal, request, derived_id("overshoot", str(number)))


def test_no_draft_over_its_limit_is_ready_and_none_is_cut() -> None:
    cases = [overshoot(number) for number in range(DRAFTS)]
    written = [overshoot(0).draft]
    made = product(ScriptedWriter(lambda _: written[0]))
    for number, case in enumerate(cases):
        written[0] = case.draft
        message = generated(made, number, case)
        assert message.body == normalized(case.draft.body).strip()
        assert not (case.is_too_long and message.status is MessageStatus.READY), number
        assert message.status is MessageStatus.NEEDS_REVIEW or utf16_length(message.body) <= case.limits.body


def test_the_drafts_are_as_long_and_as_odd_as_they_should_be() -> None:
    cases = [overshoot(number) for number in range(DRAFTS)]
    ratios = [utf16_length(case.draft.body) / case.limits.body for case in cases]
    assert 0.9 < min(ratios) < 1.05
    assert 2.5 < max(ratios) < 3.5
    # The writer spells these with combining accents; a draft has one form from the beginning.
    assert any("árboles de decisión" in case.draft.body for case in cases)
    assert {len(case.name) for case in cases} == {80}
    assert any(not case.is_too_long for case in cases)
