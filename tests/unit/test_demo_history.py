"""The demo workspace's past: told the same every time, complete after an interruption, and true to every rule."""

from datetime import timedelta

import pytest

from shared.domain.errors import Sentence, UpstreamFailedError
from shared.domain.experiment import ExperimentFilter, ExperimentState
from shared.domain.language import Format
from shared.domain.message import Message, MessageStatus
from shared.domain.message_moves import blocking_checks
from shared.domain.outcome import milestones_of
from shared.repositories.store import Store
from shared.services.list_messages import MessageSelection
from shared.services.open_demo import DEMO_WORKSPACE
from tests.builders import Product, product

NUMBER = 60
DISK_FULL = UpstreamFailedError(Sentence("Disco lleno.", "Disk full."))


@pytest.fixture(scope="module")
def opened() -> Product:
    return product(demo_messages=NUMBER)


def history(made: Product) -> list[Message]:
    return made.services.list_messages(made.principal, MessageSelection(), None, 200).items


def test_the_messages_lie_in_the_last_ninety_days_and_have_every_status(opened: Product) -> None:
    messages = history(opened)
    now = opened.clock.now()
    assert len([message for message in messages if message.experiment_id is None]) == NUMBER
    assert all(now - timedelta(days=93) < message.created_at < now for message in messages)
    assert {message.status for message in messages} == set(MessageStatus)
    assert {message.format for message in messages} == set(Format)
    assert {message.writer.provider for message in messages} == {"offline"}


def test_an_experiment_runs_with_messages_of_both_variants_sent_after_it_began(opened: Product) -> None:
    [experiment] = opened.services.read_experiments(opened.principal, ExperimentFilter(), None, 10).items
    results = opened.services.read_experiments.results(opened.principal, experiment)
    assert experiment.state is ExperimentState.RUNNING
    assert results is not None
    assert all(one.delivered > 5 for one in results.variants)
    messages = [message for message in history(opened) if message.experiment_id == experiment.id]
    assert sum(one.generated for one in results.variants) == len(messages) > NUMBER / 2
    assert len({message.prospect.id for message in messages}) == len(messages)


def test_every_message_keeps_the_rules_and_no_outcome_lies_ahead(opened: Product) -> None:
    for message in history(opened):
        outcomes = opened.services.list_messages.outcomes(opened.principal, message.id)
        assert message.milestones == milestones_of(outcomes, is_invitation=message.format is Format.LINKEDIN_NOTE)
        assert all(outcome.occurred_at <= opened.clock.now() for outcome in outcomes)
        assert (message.sent_day is not None) == (message.status is MessageStatus.SENT) == bool(outcomes)
        if message.approval is not None:
            assert message.approval.overridden == blocking_checks(message)
            assert message.approval.fingerprint == message.fingerprint


def test_the_figures_are_those_of_the_messages_and_nothing_is_told_to_webhooks(opened: Product) -> None:
    today = opened.clock.now().date()
    recount = opened.services.recount_counters(DEMO_WORKSPACE, today - timedelta(days=95), today)
    assert (recount.mended, recount.busy) == ((), ())
    assert Store(opened.documents, b"").of(DEMO_WORKSPACE).outbox.page([], None, 10).items == []


def test_the_story_is_the_same_every_time(opened: Product) -> None:
    again = product(demo_messages=NUMBER)
    assert history(again) == history(opened)


@pytest.mark.parametrize("writes", [8, 13])
def test_an_interrupted_history_is_completed(opened: Product, writes: int) -> None:
    made = product(demo_messages=NUMBER, open_demo=False)
    made.documents.fail_writes_after(writes, DISK_FULL)
    with pytest.raises(UpstreamFailedError):
        made.services.open_demo(None)
    made.documents.fail_writes_after(None)
    made.services.open_demo(None)
    assert history(made) == history(opened)
