"""What a fresh process does until its first message is written: counted, so that the start does not creep up unseen.

Time is measured by `python -m benchmarks.cold_start`; a count is the same on every machine. Each limit is what was
found when it was set and a little more. Before one is raised: can what is new wait until it is needed?
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.example import GENERATION, demo_folder, environment
from scripts.keep_patterns import printed

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json, re, sys
from functools import partial
from pathlib import Path

key, body, kept, root = sys.argv[1:]
compiled = []

def note(compile, source, flags=0):
    frame = sys._getframe(1)
    while Path(frame.f_code.co_filename).parent.name == "re":
        frame = frame.f_back
    if frame.f_code.co_filename.startswith(root):
        compiled.append(source)
    return compile(source, flags)

re._compiler.compile = partial(note, re._compiler.compile)

from shared.domain import kept_patterns
kept_patterns.FILE = Path(kept)
from functions.generate.main import app
answer = app.test_client().post("/v1/generations", json=json.loads(body), headers={"Authorization": f"Bearer {key}"})
assert answer.status_code == 201, answer.get_data(as_text=True)

from pydantic import BaseModel
def below(model):
    return {model}.union(*map(below, model.__subclasses__()))
ours = [model for model in below(BaseModel) if model.__module__.startswith("shared.")]
print(json.dumps({
    "compiled": compiled,
    "modules": [name for name in sys.modules if name.startswith(("shared.", "functions."))],
    "models": [model.__name__ for model in ours],
    "built": [model.__name__ for model in ours if model.__pydantic_complete__],
}))
"""


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What `generate` compiled, imported and built until its first answer."""
    kept = tmp_path_factory.mktemp("kept") / "patterns.kept"
    kept.write_bytes(printed())
    with demo_folder() as (folder, key):
        command = [sys.executable, "-c", PROGRAM, key, json.dumps(GENERATION), str(kept), str(ROOT / "shared")]
        done = subprocess.run(command, cwd=ROOT, env=environment(folder), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    counted: dict[str, list[str]] = json.loads(done.stdout)
    return counted


def test_it_compiles_only_what_is_written_where_it_is_used_or_made_of_the_persons_words(
    first: dict[str, list[str]],
) -> None:
    assert sum(map(len, first["compiled"])) < 400, "a lazy_pattern, or made in a lexicon_patterns function"
    assert len(first["compiled"]) <= 8


def test_it_imports_no_more_modules_than_it_did(first: dict[str, list[str]]) -> None:
    of_gate = [name for name in first["modules"] if name.startswith("shared.gate")]
    assert 100 < len(of_gate) <= 200, "a rule of the gate that few texts need can be imported by the text that does"
    assert 100 < len(first["modules"]) - len(of_gate) <= 222


def test_it_builds_no_more_models_than_it_did(first: dict[str, list[str]]) -> None:
    assert 50 < len(first["models"]) <= 76
    assert 20 < len(first["built"]) <= 40
