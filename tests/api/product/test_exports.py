"""Messages as files: asked for, fetched once, and harmless in a spreadsheet."""

import csv
import io
import json
from typing import Any

import pytest

from shared.domain.spreadsheet_cell import as_cell
from tests.api.product.caller import GENERATION, Caller


def fetched(caller: Caller, **asked: Any) -> str:
    export = caller.post("/v1/exports", asked)
    assert export.status_code == 201, export.get_json()
    file = caller.get(export.get_json()["url"])
    assert file.status_code == 200, file.get_json()
    return file.get_data(as_text=True)


def test_messages_of_a_filter_come_as_csv_with_a_mark_for_spreadsheets(caller: Caller) -> None:
    caller.generate()
    email = caller.generate(format="email")
    text = fetched(caller, filter={"format": "email"})
    assert text.startswith("\ufeff")
    [row] = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert (row["id"], row["body"], row["linkedin_url"]) == (
        email["id"],
        email["body"].replace("\n", "\n"),
        "https://www.linkedin.com/in/lucia-ferrer",
    )


def test_json_lines_hold_whole_messages(caller: Caller) -> None:
    made = [caller.generate()["id"] for _ in range(3)]
    lines = fetched(caller, format="jsonl").splitlines()
    assert [json.loads(line)["id"] for line in lines] == made[::-1]
    assert json.loads(lines[0])["facts"]


@pytest.mark.parametrize(
    ("layout", "heading"),
    [("linkedin", "profileUrl"), ("mail", "personalization"), ("hubspot", "Job Title"), ("salesforce", "Lead Source")],
)
def test_each_layout_has_the_headings_that_its_tool_knows(caller: Caller, layout: str, heading: str) -> None:
    approve(caller, caller.generate(format="email" if layout == "mail" else "linkedin_note"))
    [row] = rows(fetched(caller, layout=layout))
    assert row[heading]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def approve(caller: Caller, message: dict[str, Any]) -> None:
    answer = caller.post(f"/v1/messages/{message['id']}/approve", {"fingerprint": message["fingerprint"]})
    assert answer.status_code == 200, answer.get_json()


def test_a_tool_that_sends_gets_what_is_approved_and_not_sent_in_its_own_formats(caller: Caller) -> None:
    people = [GENERATION["prospect"] | {"full_name": name, "linkedin_url": None} for name in ("Ana Gil", "Luz Rey")]
    caller.generate(prospect=people[0])
    sent, note, email = caller.generate(), caller.generate(prospect=people[1]), caller.generate(format="email")
    for message in (sent, note, email):
        approve(caller, message)
    assert caller.post(f"/v1/messages/{sent['id']}/outcomes", {"kind": "sent"}).status_code == 201
    assert [row["message"] for row in rows(fetched(caller, layout="linkedin"))] == [note["body"]]
    assert [row["personalization"] for row in rows(fetched(caller, layout="mail"))] == [email["body"]]
    assert len(rows(fetched(caller, layout="hubspot"))) == 4


def test_a_tool_that_sends_gets_nobody_who_asked_not_to_be_written_to(caller: Caller) -> None:
    note = caller.generate()
    approve(caller, note)
    answer = caller.post("/v1/suppressions", {"prospect_id": note["prospect"]["id"]})
    assert answer.status_code == 201
    assert rows(fetched(caller, layout="linkedin")) == []


def test_a_tool_that_sends_is_refused_what_is_not_approved(caller: Caller) -> None:
    answer = caller.post("/v1/exports", {"layout": "linkedin", "filter": {"status": "needs_review"}})
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["pointer"] == "/filter/status"


def test_a_file_is_fetched_once_and_by_its_own_address(caller: Caller) -> None:
    export = caller.post("/v1/exports", {}).get_json()
    assert caller.get(export["url"].replace(".csv", ".jsonl")).status_code == 404
    assert caller.get(export["url"]).status_code == 200
    assert caller.get(export["url"]).status_code == 404


def test_a_company_that_looks_like_a_formula_runs_nothing(caller: Caller) -> None:
    person = GENERATION["prospect"] | {"company": "=HYPERLINK(1)"}
    caller.generate(prospect=person)
    [row] = csv.DictReader(io.StringIO(fetched(caller).removeprefix("\ufeff")))
    assert row["company"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("plain", ["-12,5", "+34 600 123 456", "(91) 555-0101", "2026", "Ana"])
def test_numbers_and_phones_stay_as_they_are(plain: str) -> None:
    assert as_cell(plain) == plain


@pytest.mark.parametrize("formula", ["=1+1", "+cmd|' /C calc'!A0", "-A1", "@SUM(A1)", "\t=1"])
def test_what_a_spreadsheet_would_run_is_shown_as_text(formula: str) -> None:
    assert as_cell(formula) == f"'{formula}"
