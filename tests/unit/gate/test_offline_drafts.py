"""Grounding lets the offline writer's own drafts pass; `make bench` asks it of all demo prospects."""

from benchmarks.offline_drafts import blocked
from shared.prompts.demo_prospects import demo_prospects

_EVERY = 37


def test_grounding_passes_the_offline_writers_drafts() -> None:
    found = [alarm for alarm in blocked(demo_prospects()[::_EVERY]) if alarm is not None]
    assert not found, "\n".join(f"{alarm.text}\n-> {alarm.check.detail.en}" for alarm in found)
