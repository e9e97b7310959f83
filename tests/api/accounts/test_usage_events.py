"""What was done in the web application is noted as a screen and an action, and nothing else can be said."""

import json

import pytest

from shared.domain.principal import WorkspaceRole
from tests.api.accounts.people import signed_in


@pytest.mark.parametrize("role", list(WorkspaceRole))
def test_everybody_s_steps_are_counted_whatever_their_role(services, role, capsys):
    person = signed_in(services, role.value)
    capsys.readouterr()
    assert person.post("/v1/usage-events", {"screen": "write", "action": "copied"}).status_code == 204
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    (noted,) = (line for line in lines if line["message"] == "screen_used")
    assert (noted["screen"], noted["action"]) == ("write", "copied")


@pytest.mark.parametrize(
    ("said", "pointer"),
    [
        ({"screen": "Ana Ruiz", "action": "opened"}, "/screen"),
        ({"screen": "write", "action": "ana-ruiz"}, "/action"),
        ({"screen": "write", "action": "opened", "text": "Hola, Ana"}, "/text"),
        ({"screen": "write"}, "/action"),
    ],
)
def test_no_words_can_be_said(caller, said, pointer, capsys):
    answer = caller.post("/v1/usage-events", said)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.get_json()["errors"]] == [pointer]
    assert "Ana" not in capsys.readouterr().err


def test_a_stranger_is_not_counted(caller):
    caller.key = "rtk_nobody"
    assert caller.post("/v1/usage-events", {"screen": "write", "action": "opened"}).status_code == 401
