"""Sealed texts open with their own key, in their own context, unchanged."""

import pytest

from shared.adapters.aes_sealer import AesSealer
from shared.domain.errors import UpstreamFailedError


def test_what_was_sealed_opens_again_and_looks_different_each_time():
    sealer = AesSealer(lambda: b"key-1")
    first, second = sealer.seal(b"secret", "c"), sealer.seal(b"secret", "c")
    assert sealer.open(first, "c") == sealer.open(second, "c") == b"secret"
    assert first != second
    assert "secret" not in first


def test_it_opens_nowhere_else_and_not_when_changed():
    sealer = AesSealer(lambda: b"key-1")
    sealed = sealer.seal(b"secret", "webhook:w:1")
    flipped = sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:]
    for text, context in ((sealed, "webhook:w:2"), (flipped, "webhook:w:1"), ("v1.x", "webhook:w:1"), ("", "")):
        with pytest.raises(UpstreamFailedError):
            sealer.open(text, context)


def test_a_rotated_key_seals_and_the_old_one_still_opens_until_it_is_gone():
    keys = [b"key-1"]
    sealer = AesSealer(lambda: b"\n".join(keys))
    old = sealer.seal(b"secret", "c")
    keys.insert(0, b"key-2")
    new = sealer.seal(b"secret", "c")
    assert sealer.open(old, "c") == sealer.open(new, "c") == b"secret"
    keys.remove(b"key-1")
    assert sealer.open(new, "c") == b"secret"
    with pytest.raises(UpstreamFailedError):
        sealer.open(old, "c")
