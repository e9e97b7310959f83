"""Experiments over HTTP."""

from typing import Any

from tests.api.product.caller import Caller

PLACE = {"role": "operations", "format": "linkedin_note", "language": "es"}


def two_versions(caller: Caller) -> list[str]:
    active = caller.generate()["prompt"]["id"]
    new = caller.post("/v1/prompts", PLACE | {"text": "Escribe a {{ role_name }}."}).get_json()
    return [active, new["id"]]


def created(caller: Caller, **fields: Any) -> dict[str, Any]:
    prompts = two_versions(caller)
    body = {"name": "Preguntar antes", "variants": [{"prompt_id": id_} for id_ in prompts]} | fields
    answer = caller.post("/v1/experiments", body, headers={"Idempotency-Key": "one"})
    assert answer.status_code == 201, answer.get_json()
    experiment: dict[str, Any] = answer.get_json()
    return experiment


def test_an_experiment_lives_from_draft_to_decision(caller: Caller) -> None:
    experiment = created(caller)
    assert {name: experiment[name] for name in (*PLACE, "state", "metric", "minimum_sample", "started_at")} == PLACE | {
        "state": "draft",
        "metric": "positive_reply_rate",
        "minimum_sample": 100,
        "started_at": None,
    }
    assert [(variant["name"], variant["weight"]) for variant in experiment["variants"]] == [("A", 1), ("B", 1)]
    path = f"/v1/experiments/{experiment['id']}"
    assert caller.get(path).get_json() == experiment | {"results": None}
    started = caller.post(f"{path}/start").get_json()
    assert started["state"] == "running"
    made = caller.generate()
    assert made["experiment_id"] == experiment["id"]
    assert made["prompt"]["variant"] in {"A", "B"}
    stopped = caller.post(f"{path}/stop").get_json()
    assert (stopped["state"], stopped["results"]["verdict"]) == ("stopped", "collecting")
    decided = caller.post(f"{path}/decide", {"variant": "B", "reason": "Suena mejor."}).get_json()
    assert decided["decision"]["variant"] == "B"
    active = [
        prompt["id"] for prompt in caller.get("/v1/prompts", query_string=PLACE).get_json()["items"] if prompt["active"]
    ]
    assert active == [experiment["variants"][1]["prompt_id"]]
    assert caller.post(f"{path}/start").status_code == 409
    assert caller.delete(path).status_code == 409


def test_results_and_the_history_know_the_variant(caller: Caller) -> None:
    experiment = created(caller)
    caller.post(f"/v1/experiments/{experiment['id']}/start")
    made = caller.generate()
    results = caller.get(f"/v1/experiments/{experiment['id']}").get_json()["results"]
    shown = {one["name"]: one["generated"] for one in results["variants"]}
    assert shown[made["prompt"]["variant"]] == 1
    assert results["winner"] is None
    assert results["evidence_needed"] == 40
    found = caller.get("/v1/messages", query_string={"experiment": experiment["id"]}).get_json()["items"]
    assert [message["id"] for message in found] == [made["id"]]
    groups = caller.get("/v1/metrics?group_by=variant").get_json()["groups"]
    key = {"experiment": experiment["id"], "variant": made["prompt"]["variant"]}
    assert [group["key"] for group in groups] == [key]


def test_lists_are_filtered_and_drafts_deleted(caller: Caller) -> None:
    experiment = created(caller)
    listed = caller.get("/v1/experiments", query_string={"state": "draft", "role": "operations"}).get_json()["items"]
    assert listed == [experiment]
    assert caller.get("/v1/experiments?state=running").get_json()["items"] == []
    assert caller.delete(f"/v1/experiments/{experiment['id']}").status_code == 204
    assert caller.get(f"/v1/experiments/{experiment['id']}").status_code == 404


def test_what_is_wrong_with_an_experiment_is_named(caller: Caller) -> None:
    prompts = two_versions(caller)
    wrong: dict[str, dict[str, Any]] = {
        "/variants": {"variants": [{"prompt_id": prompts[0]}]},
        "/variants/1/prompt_id": {"variants": [{"prompt_id": prompts[0]}] * 2},
        "/variants/0/weight": {"variants": [{"prompt_id": prompts[0], "weight": 0}, {"prompt_id": prompts[1]}]},
        "/minimum_sample": {"variants": [{"prompt_id": id_} for id_ in prompts], "minimum_sample": 5},
    }
    for pointer, fields in wrong.items():
        answer = caller.post("/v1/experiments", {"name": "x"} | fields)
        assert answer.status_code == 422
        assert answer.get_json()["errors"][0]["pointer"] == pointer


def test_the_decision_is_in_the_audit_log(caller: Caller) -> None:
    experiment = created(caller)
    caller.post(f"/v1/experiments/{experiment['id']}/start")
    caller.post(f"/v1/experiments/{experiment['id']}/decide", {"variant": "A", "reason": "Basta."})
    actions = [entry["action"] for entry in caller.get("/v1/audit").get_json()["items"]]
    assert {"create_experiment", "start_experiment", "decide_experiment"} <= set(actions)
