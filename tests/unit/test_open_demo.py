"""The demo workspace: complete, opened once, and resumable."""

import pytest

from shared.domain.errors import NotAuthenticatedError, Sentence, UpstreamFailedError
from shared.domain.principal import Permission
from shared.prompts.demo_prospects import demo_prospects
from shared.services.open_demo import DEMO_WORKSPACE
from tests.builders import Product, product

DISK_FULL = UpstreamFailedError(Sentence("Disco lleno.", "Disk full."))


def everybody(made: Product) -> int:
    return len(made.services.list_prospects(made.principal, None, None, 1000).items)


def test_the_demo_is_marked_and_has_people_of_every_role() -> None:
    made = product()
    settings = made.services.read_settings(made.principal)
    assert settings.demo
    assert settings.proof_points
    assert everybody(made) == len(demo_prospects()) >= 200
    for role in made.services.list_roles(made.principal, None, 100).items:
        assert made.services.list_prospects(made.principal, role.key, None, 1).items


def test_a_key_that_holds_is_kept_and_one_that_does_not_is_replaced() -> None:
    made = product()
    key = made.services.open_demo(None)
    assert made.services.open_demo(key) == key
    newer = made.services.open_demo("rtk_broken")
    assert newer != key
    with pytest.raises(NotAuthenticatedError):
        made.services.authenticate(key)
    principal = made.services.authenticate(newer)
    assert (principal.workspace_id, principal.permissions) == (DEMO_WORKSPACE, frozenset(Permission))


@pytest.mark.parametrize("writes", [0, 1, 2, 3])
def test_an_opening_that_was_interrupted_is_completed(writes: int) -> None:
    made = product(open_demo=False)
    made.documents.fail_writes_after(writes, DISK_FULL)
    with pytest.raises(UpstreamFailedError):
        made.services.open_demo(None)
    made.documents.fail_writes_after(None)
    made.services.open_demo(None)
    assert everybody(made) == len(demo_prospects())


def test_a_second_opening_writes_nothing() -> None:
    made = product()
    key = made.services.open_demo(None)
    made.documents.fail_writes_after(0, DISK_FULL)
    assert made.services.open_demo(key) == key
