"""Patterns that are compiled when they are first used."""

import ast
import gc
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import shared
from shared.domain import lazy_pattern as module
from shared.domain.lazy_pattern import lazy_pattern

ROOT = Path(__file__).parents[2]
CLOUD = "shared.adapters.google"


def test_it_finds_what_the_compiled_pattern_finds():
    lazy, compiled = lazy_pattern(r"(\d+) años", re.IGNORECASE), re.compile(r"(\d+) años", re.IGNORECASE)
    text = "12 AÑOS y 3 años"
    assert [match.span() for match in lazy.finditer(text)] == [match.span() for match in compiled.finditer(text)]
    assert lazy.sub("·", text) == compiled.sub("·", text)
    assert (lazy.pattern, lazy.flags) == (compiled.pattern, compiled.flags)


def test_it_is_compiled_once_and_not_before_it_is_used():
    lazy = lazy_pattern("a+")
    assert "search" not in vars(lazy)
    assert lazy.search("baa")
    found_by = lazy.search
    assert lazy.search("b") is None
    assert lazy.fullmatch("aa")
    assert lazy.search is found_by


def test_an_expression_that_is_wrong_is_told_when_it_is_used():
    with pytest.raises(re.error):
        lazy_pattern("(").search("")


def test_every_pattern_of_the_product_is_a_regular_expression():
    for found in pkgutil.walk_packages(shared.__path__, "shared."):
        if not found.name.startswith(CLOUD):
            importlib.import_module(found.name)
    module.make_all()
    patterns = [thing for thing in gc.get_objects() if isinstance(thing, module.LazyPattern)]
    assert len(patterns) > 100
    for pattern in patterns:
        re.compile(*pattern.asked)


def test_patterns_of_a_lexicon_are_made_when_they_are_asked_for_or_when_all_are(monkeypatch):
    monkeypatch.setattr(module, "_MAKERS", [])
    made = []

    @module.lexicon_patterns(lambda: ("cats", "dogs"))
    def of_animals(name: str) -> re.Pattern[str]:
        made.append(name)
        return lazy_pattern(name)

    assert of_animals("dogs") is of_animals("dogs")
    assert made == ["dogs"]
    module.make_all()
    assert made == ["dogs", "cats"]


def test_a_start_compiles_none_of_them():
    program = (
        "import functions.generate.routes, gc\n"
        "from shared.domain.lazy_pattern import LazyPattern as Lazy\n"
        "print([one.asked for one in gc.get_objects() if isinstance(one, Lazy) and 'search' in vars(one)])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    "layer", "domain gate importing services repositories adapters/embedded api telemetry replies".split()
)
def test_no_module_compiles_a_pattern_while_it_is_imported(layer):
    compiling = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in (ROOT / "shared" / layer).rglob("*.py")
        for statement in ast.parse(path.read_text()).body
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for call in ast.walk(statement)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "re.compile"
    ]
    assert compiling == [], "lazy_pattern in place of re.compile"


CALLED_BY_MARKED = {"manners._any_of", "promises._pattern", "sorts_of_happenings._one_of"}
"""Functions that make patterns for a `lexicon_patterns` function of their module."""


def test_what_makes_patterns_is_known_to_those_who_compile_them_ahead():
    unmarked = {
        f"{path.stem}.{function.name}"
        for path in (ROOT / "shared").rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text()))
        if isinstance(function, ast.FunctionDef)
        and any(isinstance(node, ast.Name) and node.id == "lazy_pattern" for node in ast.walk(function))
        and not any("lexicon_patterns" in ast.unparse(decorator) for decorator in function.decorator_list)
    }
    assert unmarked <= CALLED_BY_MARKED, "a lexicon_patterns function makes the patterns of a lexicon"
