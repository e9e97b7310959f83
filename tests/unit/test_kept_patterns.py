"""Patterns that were compiled ahead are what would be compiled, and nothing depends on their being there."""

import marshal
import os
import re

import pytest

from scripts import keep_patterns
from shared.domain import kept_patterns
from shared.domain.kept_patterns import pattern

SOURCE = r"(?P<years>\d+) (?:años|years)|\bhalf\b"


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Where this test's patterns are kept; nothing yet."""
    path = tmp_path / "patterns.kept"
    monkeypatch.setattr(kept_patterns, "FILE", path)
    kept_patterns._read.cache_clear()
    yield path
    kept_patterns._read.cache_clear()


@pytest.fixture
def compiled(monkeypatch):
    """The sources that were compiled after all."""
    sources = []

    def compile_and_note(source, flags=0):
        sources.append(source)
        return re.compile(source, flags)

    monkeypatch.setattr(kept_patterns, "re", type("re", (), {"compile": compile_and_note, "Pattern": re.Pattern}))
    return sources


def test_every_pattern_of_the_product_is_kept_as_it_would_be_compiled(file, compiled):
    file.write_bytes(keep_patterns.printed())
    kept = list(kept_patterns._read()[0])
    assert len(kept) > 500
    for source, flags in kept:
        usual, restored = re.compile(source, flags), pattern(source, flags)
        assert restored == usual  # the engine's numbers and the flags
        assert (restored.groups, dict(restored.groupindex)) == (usual.groups, dict(usual.groupindex))
    assert compiled == []


def test_a_kept_pattern_names_its_groups_and_finds_what_it_should(file):
    file.write_bytes(content_of(SOURCE, re.IGNORECASE))
    match = pattern(SOURCE, re.IGNORECASE).search("casi 12 AÑOS")
    assert match is not None
    assert (match["years"], match.lastgroup, match.span()) == ("12", "years", (5, 12))


def test_a_pattern_with_another_source_or_other_flags_is_compiled(file, compiled):
    file.write_bytes(content_of(SOURCE, 0))
    assert pattern(SOURCE).flags == re.UNICODE
    assert compiled == []
    assert pattern(SOURCE, re.IGNORECASE).search("HALF")
    assert pattern(f"{SOURCE}s").search("5 years")
    assert compiled == [SOURCE, f"{SOURCE}s"]


def other_version(content):
    (tag, magic, *rest), index = marshal.loads(content)
    return marshal.dumps(((tag, magic + 1, *rest), index), 2) + content


@pytest.mark.parametrize(
    "spoiled",
    [lambda _: b"", lambda content: content[:50], lambda _: b"no marshal", lambda _: marshal.dumps(1), other_version],
    ids=["empty", "cut", "other bytes", "other values", "of another Python"],
)
def test_a_file_that_cannot_be_used_is_as_good_as_none(file, compiled, spoiled):
    file.write_bytes(spoiled(content_of(SOURCE, 0)))
    assert pattern(SOURCE).search("5 years")
    assert compiled == [SOURCE]


def test_without_a_file_patterns_are_compiled(file, compiled):
    assert not file.exists()
    assert pattern(SOURCE).search("5 years")
    assert compiled == [SOURCE]


def test_the_file_is_written_again_only_when_a_source_is_newer(tmp_path, monkeypatch):
    written, source = tmp_path / "patterns.kept", tmp_path / "module.py"
    source.write_text("")
    monkeypatch.setattr(keep_patterns, "FILE", written)
    monkeypatch.setattr(keep_patterns, "_SHARED", tmp_path)
    contents = iter((b"first", b"second"))
    monkeypatch.setattr(keep_patterns, "content", lambda: next(contents))

    assert keep_patterns.main([]) == 0
    assert keep_patterns.main([]) == 0
    assert written.read_bytes() == b"first"
    later = written.stat().st_mtime + 10
    os.utime(source, (later, later))
    assert keep_patterns.main([]) == 0
    assert written.read_bytes() == b"second"


def test_a_folder_that_may_not_be_written_is_no_trouble(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(keep_patterns, "FILE", tmp_path / "missing" / "patterns.kept")
    monkeypatch.setattr(keep_patterns, "content", lambda: b"first")
    assert keep_patterns.main([]) == 0
    assert "compiled when they are used" in capsys.readouterr().out


def content_of(source: str, flags: int) -> bytes:
    return keep_patterns.file_of({(source, int(flags))})
