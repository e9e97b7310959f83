"""The garbage collector at the start of a function."""

import gc

import pytest

from shared.collection import collection_paused


@pytest.fixture(autouse=True)
def _as_before():
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)
    gc.enable()


def test_nothing_is_collected_while_the_function_starts_and_it_is_set_apart_afterwards():
    before = gc.get_freeze_count()
    with collection_paused():
        assert not gc.isenabled()
        made = [[number] for number in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(made)


def test_a_message_is_written_without_looking_for_garbage():
    with collection_paused():
        pass
    looked = []
    gc.callbacks.append(lambda *_: looked.append(1))
    kept = [[number] for number in range(20_000)]
    gc.callbacks.pop()
    assert (len(kept), looked) == (20_000, [])


def test_a_start_that_fails_leaves_the_collector_on():
    with pytest.raises(LookupError), collection_paused():
        raise LookupError
    assert gc.isenabled()
