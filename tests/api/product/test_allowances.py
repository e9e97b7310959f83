"""What is left of a person's invitations, as callers of the API meet it."""

from tests.api.accounts.people import signed_in
from tests.api.product.caller import Caller
from tests.api.product.test_message_life import approved, note


def left(caller: Caller) -> dict[str, int | None]:
    answer = caller.get("/v1/allowances")
    assert answer.status_code == 200, answer.get_json()
    return {one["kind"]: one["left"] for one in answer.get_json()["items"]}


def test_marking_a_note_sent_says_what_is_left_and_taking_it_back_gives_it_back(caller: Caller) -> None:
    before = left(caller)
    message = approved(caller)
    sent = note(caller, message, kind="sent")
    assert {one["kind"]: one["left"] for one in sent["allowances"]} == left(caller)
    assert left(caller) == {kind: count and count - 1 for kind, count in before.items()}
    taken_back = note(caller, message, corrects=sent["id"])
    assert taken_back["allowances"] is None
    assert left(caller) == before


def test_a_sending_by_e_mail_uses_no_invitation(caller: Caller) -> None:
    before = left(caller)
    note(caller, approved(caller, format="email"), kind="sent")
    assert left(caller) == before


def test_each_person_has_their_own(caller: Caller) -> None:
    before = left(signed_in(caller.services, "viewer"))
    note(caller, approved(caller), kind="sent")
    assert left(signed_in(caller.services, "viewer")) == before != left(caller)


def test_the_last_one_is_shown_and_the_next_one_is_not_refused(caller: Caller) -> None:
    settings = caller.patch("/v1/settings", {"allowances": {"invitations_in_7_days": 1, "notes_a_month": 1}})
    assert settings.status_code == 200
    assert note(caller, approved(caller), kind="sent")["allowances"][0]["left"] == 0
    other = approved(caller, prospect={"full_name": "Rosa Vidal", "company": "Tres Olmos", "title": "Directora"})
    beyond = note(caller, other, kind="sent")
    assert [(one["used"], one["left"]) for one in beyond["allowances"]] == [(2, 0), (2, 0)]


def test_limits_are_whole_numbers_from_one_on(caller: Caller) -> None:
    for wrong in (0, -1, 10_001, "5", 1.5, True):
        refused = caller.patch("/v1/settings", {"allowances": {"invitations_in_7_days": wrong}})
        assert refused.status_code == 422
        assert refused.get_json()["errors"][0]["pointer"] == "/allowances/invitations_in_7_days"
    assert caller.patch("/v1/settings", {"allowances": {"invitations": 3}}).status_code == 422
