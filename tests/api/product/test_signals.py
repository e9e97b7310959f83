"""GET /v1/signals as a caller meets it."""

from collections.abc import Callable

from tests.api.product.caller import Caller
from tests.fakes import FixedClock

DAY = 86_400


def send(caller: Caller) -> None:
    made = caller.generate()
    caller.post(f"/v1/messages/{made['id']}/approve", {"fingerprint": made["fingerprint"]})
    for outcome in ({"kind": "sent"}, {"kind": "replied", "sentiment": "positive"}):
        answer = caller.post(f"/v1/messages/{made['id']}/outcomes", outcome)
        assert answer.status_code == 201


def test_signals_of_mature_messages_are_shown_with_their_rates_and_too_few_give_no_hint(
    start: Callable[..., Caller],
) -> None:
    clock = FixedClock()
    caller = start(clock=clock)
    send(caller)
    clock.advance(13 * DAY)
    assert caller.get("/v1/signals").get_json()["items"] == []
    clock.advance(DAY)
    shown = caller.get("/v1/signals").get_json()
    assert shown["minimum_sample"] == 30
    signals = {item["signal"]: item for item in shown["items"]}
    assert "register.usted" in signals
    usted = signals["register.usted"]
    assert (usted["with_signal"]["numerator"], usted["with_signal"]["denominator"]) == (1, 1)
    assert usted["without_signal"]["value"] is None
    assert (usted["verdict"], usted["hint"], usted["difference"]) == ("too_few", None, None)
    assert usted["label"] == "tratan de usted"
    english = caller.get("/v1/signals", headers={"Accept-Language": "en"}).get_json()
    assert "associations" in english["note"]
    assert caller.get("/v1/signals?format=email").get_json()["items"] == []
    assert caller.get("/v1/signals?from=2026-02-01&to=2026-01-01").status_code == 422
