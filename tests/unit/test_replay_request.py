"""The memory behind Idempotency-Key."""

import pytest

from shared.domain.errors import ConflictError, InvalidInputError, Sentence, UnknownOutcomeError
from shared.domain.idempotency import Claim, Finished
from tests.builders import Product, product

ROUTE = "POST /v1/generations"


def begin(made: Product, key: str = "k", digest: str = "d", route: str = ROUTE) -> Claim | Finished:
    return made.services.replay_request.begin(made.principal, route, key, digest)


def claimed(made: Product) -> Claim:
    claim = begin(made)
    assert isinstance(claim, Claim)
    return claim


def test_what_finished_is_answered_again() -> None:
    made = product()
    made.services.replay_request.finish(claimed(made), "m1", 201)
    assert begin(made) == Finished("m1", 201)


def test_the_same_key_with_another_request_is_refused() -> None:
    made = product()
    claimed(made)
    with pytest.raises(InvalidInputError) as raised:
        begin(made, digest="other")
    assert raised.value.errors[0].pointer == "/headers/Idempotency-Key"


def test_keys_of_different_routes_have_nothing_in_common() -> None:
    made = product()
    first = claimed(made)
    second = begin(made, digest="other", route="POST /v1/prompts")
    assert isinstance(second, Claim)
    assert second.id != first.id


def test_a_running_request_conflicts_until_its_lease_ends() -> None:
    made = product()
    first = claimed(made)
    made.clock.advance(60)
    with pytest.raises(ConflictError) as raised:
        begin(made)
    assert raised.value.retry_after_seconds == 30
    made.clock.advance(31)
    assert claimed(made).id == first.id


def test_an_abandoned_request_may_begin_again_at_once_under_the_same_id() -> None:
    made = product()
    first = claimed(made)
    made.services.replay_request.abandon(first)
    assert claimed(made).id == first.id


def test_a_forgotten_key_is_free_for_a_corrected_request() -> None:
    made = product()
    made.services.replay_request.forget(claimed(made))
    assert isinstance(begin(made, digest="corrected"), Claim)


def test_a_key_means_nothing_after_a_day() -> None:
    made = product()
    first = claimed(made)
    made.services.replay_request.finish(first, "m1", 201)
    made.clock.advance(24 * 3600 + 1)
    again = begin(made, digest="other")
    assert isinstance(again, Claim)
    assert again.id != first.id


def test_who_took_a_lease_over_has_the_word() -> None:
    made = product()
    slow = claimed(made)
    made.clock.advance(91)
    quick = claimed(made)
    made.services.replay_request.finish(slow, "slow", 200)
    made.services.replay_request.finish(quick, "quick", 201)
    assert begin(made) == Finished("quick", 201)


def test_one_whose_lease_was_taken_cannot_free_the_key() -> None:
    made = product()
    slow = claimed(made)
    made.clock.advance(91)
    claimed(made)
    made.services.replay_request.forget(slow)
    made.services.replay_request.abandon(slow)
    with pytest.raises(ConflictError):
        begin(made)


def test_a_beginning_whose_commit_reports_no_outcome_is_looked_up() -> None:
    made = product()
    made.documents.fail_after_next_write(UnknownOutcomeError(Sentence("?", "?")))
    made.services.replay_request.finish(claimed(made), "m1", 201)
    assert begin(made) == Finished("m1", 201)


def test_a_request_without_a_key_is_not_remembered() -> None:
    made = product()
    first, second = made.services.replay_request.unguarded(), made.services.replay_request.unguarded()
    made.services.replay_request.finish(first, "m1", 201)
    made.services.replay_request.abandon(second)
    made.services.replay_request.forget(second)
    assert first.id != second.id
