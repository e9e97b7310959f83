"""Webhooks, from the change of a message to the receiver's door."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from standardwebhooks import webhooks as published
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.domain.act import Origin
from shared.services.open_demo import DEMO_WORKSPACE
from tests.api.accounts.people import signed_in
from tests.api.product.caller import Caller
from tests.fakes import FixedClock
from tests.webhook_receiver import Receiver, running_receiver


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def services(data_dir, clock) -> Iterator[Services]:
    made = build_services(Settings(data_dir=data_dir, webhook_loopback=True, webhook_seconds=10), clock=clock)
    yield made
    made.close()


@pytest.fixture
def elsewhere(data_dir, clock) -> Iterator[Services]:
    """Another instance, which may reach the receiver too."""
    made = build_services(Settings(data_dir=data_dir, webhook_loopback=True, webhook_seconds=10), clock=clock)
    yield made
    made.close()


@pytest.fixture
def owner(caller: Caller) -> Caller:
    """By key: a token would end while the hours pass."""
    return caller


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with running_receiver() as made:
        yield made


def make(owner: Caller, receiver: Receiver, **fields: Any) -> dict[str, Any]:
    answer = owner.post("/v1/webhooks", {"url": receiver.address + "/hook"} | fields)
    assert answer.status_code == 201, answer.get_json()
    made: dict[str, Any] = answer.get_json()
    return made


def log(owner: Caller, webhook: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = owner.get(f"/v1/webhooks/{webhook['id']}/deliveries").get_json()["items"]
    return found


def test_an_event_arrives_signed_as_the_published_library_wants_it(services, owner, receiver, monkeypatch, clock):
    webhook = make(owner, receiver)
    message = owner.generate()
    clock.advance(40)
    assert services.deliver_webhooks(DEMO_WORKSPACE)

    (received,) = receiver.received
    event = _verified(webhook["secret"], received, clock, monkeypatch)
    assert event["type"] == "message.generated"
    assert event["data"]["message"]["id"] == message["id"]
    assert event["data"]["message"]["status"] == message["status"]
    assert event["timestamp"] == message["created_at"].replace("Z", "+00:00")
    (delivery,) = log(owner, webhook)
    assert (delivery["state"], delivery["tries"], delivery["last_status"]) == ("delivered", 1, 204)
    assert received.headers["webhook-id"] == delivery["event_id"]


def test_a_changed_body_or_another_secret_fails_verification(services, owner, receiver, monkeypatch, clock):
    webhook, other = make(owner, receiver), make(owner, receiver)
    owner.post(f"/v1/webhooks/{webhook['id']}/test")
    (received,) = receiver.received
    assert _verified(webhook["secret"], received, clock, monkeypatch)["type"] == "webhook.test"
    with pytest.raises(WebhookVerificationError):
        _verified(webhook["secret"], received._replace(body=received.body + b" "), clock, monkeypatch)
    with pytest.raises(WebhookVerificationError):
        _verified(other["secret"], received, clock, monkeypatch)


def _verified(secret: str, received: Any, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(published, "datetime", _with_now(datetime, clock))
    return Webhook(secret).verify(received.body, received.headers)


def _with_now(kind: Any, clock: FixedClock) -> Any:
    class Standing(kind):  # type: ignore[misc]
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return clock.now()

    return Standing


def test_nothing_personal_leaves_the_house(services, owner, receiver):
    make(owner, receiver)
    owner.generate()
    services.deliver_webhooks(DEMO_WORKSPACE)
    text = receiver.received[0].body.decode()
    for personal in ("Lucía", "Ferrer", "Logística", "linkedin.com"):
        assert personal not in text


def test_only_what_was_asked_for_is_told_and_nothing_from_before(services, owner, receiver, clock):
    owner.generate()
    clock.advance(1)
    webhook = make(owner, receiver, events=["message.approved"])
    message = owner.generate()
    owner.post(f"/v1/messages/{message['id']}/approve", {"fingerprint": message["fingerprint"], "reason": "visto"})
    services.deliver_webhooks(DEMO_WORKSPACE)
    assert [json.loads(one.body)["type"] for one in receiver.received] == ["message.approved"]
    assert len(log(owner, webhook)) == 1


def test_a_failing_target_is_tried_eight_times_from_half_a_minute_to_an_hour(services, owner, receiver, clock):
    receiver.status = 500
    webhook = make(owner, receiver)
    owner.generate()
    pauses = []
    for _ in range(12):
        services.deliver_webhooks(DEMO_WORKSPACE)
        (delivery,) = log(owner, webhook)
        if delivery["next_try_at"] is None:
            break
        pause = _seconds_until(delivery["next_try_at"], clock)
        pauses.append(pause)
        clock.advance(pause - 1)
        services.deliver_webhooks(DEMO_WORKSPACE)
        assert len(receiver.received) == len(pauses)
        clock.advance(1)
    assert pauses == [30, 120, 480, 1920, 3600, 3600, 3600]
    assert (delivery["state"], delivery["tries"], delivery["last_status"]) == ("failed", 8, 500)
    assert len({one.headers["webhook-id"] for one in receiver.received}) == 1


def _seconds_until(text: str, clock: FixedClock) -> float:
    return (datetime.fromisoformat(text) - clock.now()).total_seconds()


def test_a_target_that_fails_for_a_day_is_switched_off_and_can_be_switched_on(services, owner, receiver, clock):
    receiver.status = 503
    webhook = make(owner, receiver)
    for _ in range(26):
        owner.generate()
        services.deliver_webhooks(DEMO_WORKSPACE)
        clock.advance(3600)
    found = owner.get(f"/v1/webhooks/{webhook['id']}").get_json()
    assert found["is_active"] is False
    assert found["switched_off_at"] is not None
    [entry] = owner.get("/v1/audit?action=switch_off_webhook").get_json()["items"]
    assert (entry["actor_kind"], entry["targets"][0]["id"]) == ("system", webhook["id"])
    tried = len(receiver.received)
    owner.generate()
    services.deliver_webhooks(DEMO_WORKSPACE)
    assert len(receiver.received) == tried

    receiver.status = 200
    on = owner.patch(f"/v1/webhooks/{webhook['id']}", {"is_active": True}).get_json()
    assert (on["is_active"], on["failing_since"], on["switched_off_at"]) == (True, None, None)
    owner.generate()
    services.deliver_webhooks(DEMO_WORKSPACE)
    assert len(receiver.received) > tried


def test_two_runs_at_once_and_a_repeated_one_send_an_event_once(services, elsewhere, owner, receiver):
    webhook = make(owner, receiver)
    for _ in range(5):
        owner.generate()
    runs = [services.deliver_webhooks, elsewhere.deliver_webhooks] * 3
    with ThreadPoolExecutor(len(runs)) as pool:
        list(pool.map(lambda run: run(DEMO_WORKSPACE), runs))
    services.deliver_webhooks(DEMO_WORKSPACE)
    assert len(receiver.received) == len({one.headers["webhook-id"] for one in receiver.received}) == 5
    assert {one["state"] for one in log(owner, webhook)} == {"delivered"}


def test_a_run_that_died_after_claiming_is_made_up_for(services, owner, receiver, clock):
    webhook = make(owner, receiver)
    owner.generate()
    services.deliver_webhooks._fan_out(DEMO_WORKSPACE)
    (delivery,) = log(owner, webhook)
    services.deliver_webhooks._claim(DEMO_WORKSPACE, delivery["id"], webhook["id"])  # and dies
    services.deliver_webhooks(DEMO_WORKSPACE)
    assert receiver.received == []
    clock.advance(30)
    services.deliver_webhooks(DEMO_WORKSPACE)
    assert len(receiver.received) == 1


def test_a_delivery_is_sent_again_by_hand_under_the_same_id(services, owner, receiver):
    webhook = make(owner, receiver)
    owner.generate()
    services.deliver_webhooks(DEMO_WORKSPACE)
    (first,) = log(owner, webhook)
    again = owner.post(f"/v1/webhooks/{webhook['id']}/deliveries/{first['id']}/redeliver")
    assert again.get_json()["event_id"] == first["event_id"]
    assert len({one.headers["webhook-id"] for one in receiver.received}) == 1
    assert len(receiver.received) == len(log(owner, webhook)) == 2


def test_the_secret_is_shown_once_and_stored_sealed(services, owner, receiver):
    webhook = make(owner, receiver)
    assert webhook["secret"].startswith("whsec_")
    assert owner.get(f"/v1/webhooks/{webhook['id']}").get_json()["secret"] is None
    kept = services.documents.get(f"workspaces/{DEMO_WORKSPACE}/webhooks/{webhook['id']}")
    assert webhook["secret"] not in str(kept)


def test_an_address_inside_is_refused_when_it_is_connected_to(data_dir, clock, receiver):
    strict = build_services(Settings(data_dir=data_dir), clock=clock)
    owner = signed_in(strict, "owner")
    webhook = make(owner, receiver)
    tested = owner.post(f"/v1/webhooks/{webhook['id']}/test").get_json()
    assert (tested["state"], tested["last_error"]) == ("failed", "refused_address")
    assert receiver.received == []
    strict.close()


@pytest.mark.parametrize(
    "url",
    [
        "ftp://x.example",
        "https://",
        "x",
        "https://u:p@x.example",
        "https://x.example/#a",
        "https://ñ.es",
        "https://x y.es",
    ],
)
def test_what_is_no_web_address_is_refused_at_once(owner, url):
    answer = owner.post("/v1/webhooks", {"url": url})
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["pointer"] == "/url"


def test_a_deleted_webhook_is_told_nothing(services, owner, receiver):
    webhook = make(owner, receiver)
    owner.generate()
    assert owner.delete(f"/v1/webhooks/{webhook['id']}").status_code == 204
    services.deliver_webhooks(DEMO_WORKSPACE)
    assert receiver.received == []
    assert owner.get(f"/v1/webhooks/{webhook['id']}/deliveries").status_code == 404


def test_after_a_rotation_both_secrets_verify_for_the_overlap_and_then_the_new_one(
    services, owner, receiver, monkeypatch, clock
):
    old = make(owner, receiver)
    rotated = owner.post(f"/v1/webhooks/{old['id']}/rotate", {"overlap_seconds": 3600}).get_json()
    assert rotated["secret"].startswith("whsec_")
    assert datetime.fromisoformat(rotated["previous_until"]) == clock.now() + timedelta(hours=1)
    owner.post(f"/v1/webhooks/{old['id']}/test")
    (during,) = receiver.received
    assert during.headers["webhook-signature"].count("v1,") == 2
    for secret in (old["secret"], rotated["secret"]):
        assert _verified(secret, during, clock, monkeypatch)["type"] == "webhook.test"
    clock.advance(3600)
    owner.post(f"/v1/webhooks/{old['id']}/test")
    after = receiver.received[1]
    assert _verified(rotated["secret"], after, clock, monkeypatch)["type"] == "webhook.test"
    with pytest.raises(WebhookVerificationError):
        _verified(old["secret"], after, clock, monkeypatch)


def test_a_rotation_that_nobody_saw_the_end_of_keeps_the_secret_that_is_in_use(services, owner, receiver, clock):
    old = make(owner, receiver)
    principal = services.authenticate(owner.key, None, Origin())
    for _ in range(2):  # an instance that died behind its write is taken over under the same id
        services.manage_webhooks.rotate(principal, old["id"], 3600, "r" * 26)
    owner.post(f"/v1/webhooks/{old['id']}/test")
    (received,) = receiver.received
    assert Webhook(old["secret"]).sign(
        received.headers["webhook-id"], clock.now(), received.body.decode()
    ) in received.headers["webhook-signature"].split(" ")


def test_without_an_overlap_the_old_secret_ends_at_once(owner, receiver, monkeypatch, clock):
    old = make(owner, receiver)
    owner.post(f"/v1/webhooks/{old['id']}/rotate", {"overlap_seconds": 0})
    owner.post(f"/v1/webhooks/{old['id']}/test")
    (received,) = receiver.received
    assert received.headers["webhook-signature"].count("v1,") == 1
    with pytest.raises(WebhookVerificationError):
        _verified(old["secret"], received, clock, monkeypatch)
