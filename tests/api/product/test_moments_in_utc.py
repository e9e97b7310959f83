"""Every moment that an answer tells is in UTC (api.md), whatever the workspace's time zone is."""

import re

from scripts.function_apps import all_routes
from shared.api.route import PUBLIC
from tests.api.product.caller import Caller

LISTS = [
    route
    for routes in all_routes().values()
    for route in routes
    if route.method == "GET" and "<" not in route.path and route.permission is not PUBLIC
]
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:?\d\d|)")


def test_every_moment_of_every_list_is_in_utc(caller: Caller) -> None:
    assert caller.get("/v1/settings").get_json()["time_zone"] == "Europe/Madrid"
    caller.post("/v1/schedules", {"name": "s", "cron": "0 9 * * MON", "format": "email"})
    sent = caller.generate()
    caller.post(f"/v1/messages/{sent['id']}/approve", {"fingerprint": sent["fingerprint"]})
    assert caller.post(f"/v1/messages/{sent['id']}/outcomes", {"kind": "sent"}).status_code == 201
    zones: dict[str, str] = {}
    for route in LISTS:
        for zone in MOMENT.findall(caller.get(route.path).get_data(as_text=True)):
            zones.setdefault(zone, route.template)
    assert list(zones) == ["Z"], zones
