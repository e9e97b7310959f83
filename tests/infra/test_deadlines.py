"""The deadlines of infrastructure and code are the same, each inside the next."""

from itertools import pairwise

from scripts.graceful_server import THREADS
from shared.config import Settings
from shared.domain.deadlines import Deadlines
from tests.infra.terraform_files import MODULES, deadlines


def test_terraform_s_deadlines_are_those_of_the_code() -> None:
    expected = Deadlines()._asdict()
    del expected["repair_start"]  # begins something, ends nothing
    assert deadlines() == expected == {name: getattr(Settings().deadlines, name) for name in expected}


def test_each_deadline_is_inside_the_next() -> None:
    seconds = deadlines()
    ordered = [seconds[name] for name in ("model_call", "item", "function", "dispatch", "lease")]
    assert all(inner < outer for inner, outer in pairwise(ordered))


def test_an_instance_serves_as_many_requests_as_a_laptop() -> None:
    assert f"requests_per_instance = {THREADS}\n" in (MODULES / "outreach" / "functions.tf").read_text()
