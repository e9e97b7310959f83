"""The README's first example does what the README says."""

import json
import re
from pathlib import Path
from typing import Any

from tests.api.product.caller import Caller

README = (Path(__file__).parent.parent.parent.parent / "README.md").read_text(encoding="utf-8")


def example(pattern: str) -> Any:
    found = re.search(pattern, README, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_the_first_message_is_the_one_that_the_readme_shows(caller: Caller) -> None:
    answer = caller.post("/v1/generations", example(r"<<'JSON'\n(.*?)\nJSON\n"))
    shown = example(r"```json\n(.*?)\n```")
    made = answer.get_json()
    assert answer.status_code == 201
    for field in ("status", "role", "body", "characters", "limit", "claims"):
        assert made[field] == shown[field]
    assert [fact for fact in made["facts"] if fact in shown["facts"]] == shown["facts"]
    assert [check for check in made["checks"] if check in shown["checks"]] == shown["checks"]
