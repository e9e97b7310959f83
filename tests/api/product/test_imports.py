"""Files of people through the API: read, kept, mapped anew, refused."""

import csv
import io
import json

import pytest

from tests.builders import form
from tests.unit.importing.profile_pdfs import LUCIA, OWEN, profile_pdf
from tests.unit.importing.workbooks import workbook

PEOPLE = """Nombre,Apellidos,Cargo,Empresa,Correo,LinkedIn,Sector,Notas
Ana,Ruiz,Directora Financiera,Miravent,ana@miravent.example,linkedin.com/in/ana-ruiz,Energía,=1+1
Owen,Kerr,Becario,Northwind,owen@northwind.example,https://evil.example/in/owen,Consultoría,
Ana,Ruiz,CFO,Miravent,ANA@miravent.example,,Energía,
"""


def upload(caller, data, filename="gente.csv", **headers):
    return caller.send(
        "POST",
        "/v1/imports",
        data=form(("file", data, filename)),
        content_type="multipart/form-data; boundary=b",
        headers=headers,
    )


def imported(caller, data=None, filename="gente.csv"):
    answer = upload(caller, PEOPLE.encode() if data is None else data, filename)
    assert answer.status_code == 201, answer.get_data(as_text=True)
    return answer.json


def rows_of(caller, id_, query=""):
    return caller.get(f"/v1/imports/{id_}/rows{query}").json


def test_a_file_is_read_and_kept(caller):
    made = imported(caller)
    assert made["rows"] == 3
    assert made["usable"] == 3
    assert made["duplicates"] == {"in_file": 1, "known": 0}
    assert made["preview"][0]["linkedin_url"] == "https://www.linkedin.com/in/ana-ruiz"
    assert {"column": "Correo", "field": "email", "confidence": 1.0} in made["mapping"]
    assert {"column": "Notas", "field": None, "confidence": 0.0} in made["mapping"]
    assert [(error["row"], error["column"]) for error in made["errors"]] == [(3, "LinkedIn")]
    assert caller.get(f"/v1/imports/{made['id']}").json == made
    assert [one["id"] for one in caller.get("/v1/imports").json["items"]] == [made["id"]]


def test_rows_come_in_pages_with_their_numbers_duplicates_and_errors(caller):
    made = imported(caller)
    first = rows_of(caller, made["id"], "?limit=2")
    last = rows_of(caller, made["id"], f"?limit=2&cursor={first['next_cursor']}")
    rows = first["items"] + last["items"]
    assert [row["row"] for row in rows] == [2, 3, 4]
    assert last["next_cursor"] is None
    assert rows[2]["duplicate_of"] == 2
    assert rows[0]["prospect"]["custom"] == {"Notas": "=1+1", "Sector": "Energía"}
    assert len(rows[1]["errors"]) == 1


def test_pages_cross_the_borders_of_chunks(caller):
    lines = "".join(f"Ana Ruiz,p{number}@x.example\n" for number in range(600))
    made = imported(caller, f"Nombre,Correo\n{lines}".encode())
    numbers, cursor = [], ""
    while cursor is not None:
        page = rows_of(caller, made["id"], f"?limit=200{cursor}")
        numbers += [row["row"] for row in page["items"]]
        cursor = page["next_cursor"] and f"&cursor={page['next_cursor']}"
    assert numbers == list(range(2, 602))


def test_errors_go_out_as_a_csv_that_no_spreadsheet_runs(caller):
    made = imported(caller, b"Name,=cmd email,Email\nAna,,not-one\n")
    mapping = {"mapping": [{"column": "=cmd email", "field": "email"}]}
    assert caller.put(f"/v1/imports/{made['id']}/mapping", mapping).status_code == 200
    made = imported(caller, b"Name,=Email\nAna,not-one\n")
    caller.put(f"/v1/imports/{made['id']}/mapping", {"mapping": [{"column": "=Email", "field": "email"}]})
    answer = caller.get(f"/v1/imports/{made['id']}/errors.csv", headers={"Accept-Language": "en"})
    assert answer.content_type == "text/csv; charset=utf-8"
    table = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert table[0] == ["row", "column", "problem"]
    assert table[1][:2] == ["2", "'=Email"]


def test_a_person_whom_the_workspace_knows_is_shown(caller):
    message = caller.generate()
    made = imported(caller, b"Name,LinkedIn URL\nLucia Ferrer,https://www.linkedin.com/in/Lucia-Ferrer/\n")
    assert made["duplicates"] == {"in_file": 0, "known": 1}
    assert rows_of(caller, made["id"])["items"][0]["known_as"] == message["prospect"]["id"]


def test_people_outside_the_workspace_s_own_icp_are_shown(caller):
    own = {"own_icp": {"excluded_titles": ["becari*"], "excluded_sectors": ["energia"]}}
    assert caller.patch("/v1/settings", own).status_code == 200
    made = imported(caller)
    assert made["not_icp"] == 3
    own["own_icp"]["excluded_sectors"] = []
    caller.patch("/v1/settings", own)
    made = imported(caller)
    assert made["not_icp"] == 1
    assert [row["not_icp"] for row in rows_of(caller, made["id"])["items"]] == [False, True, False]


def test_people_who_must_not_be_written_to_are_shown(caller):
    listed = caller.post("/v1/suppressions", {"email": "ana@miravent.example", "reason": "other"})
    assert listed.status_code == 201, listed.json
    made = imported(caller)
    assert made["suppressed"] == 2
    assert [row["suppressed"] for row in rows_of(caller, made["id"])["items"]] == [True, False, True]


def test_a_changed_mapping_reads_the_kept_rows_anew(caller):
    made = imported(caller)
    mapping = made["mapping"]
    next(column for column in mapping if column["column"] == "Notas")["field"] = "about"
    changed = caller.put(f"/v1/imports/{made['id']}/mapping", {"mapping": mapping})
    assert changed.status_code == 200
    assert changed.json["preview"][0]["about"] == "=1+1"
    assert {"column": "Notas", "field": "about", "confidence": 1.0} in changed.json["mapping"]
    assert changed.json["duplicates"] == made["duplicates"]
    assert caller.get(f"/v1/imports/{made['id']}").json == changed.json


def test_columns_that_a_choice_does_not_name_stay_as_they_are(caller):
    made = imported(caller, b"Nombre,Empresa,Notas\nAna Ruiz,Miravent,COO\n")
    changed = caller.put(f"/v1/imports/{made['id']}/mapping", {"mapping": [{"column": "Notas", "field": "title"}]})
    assert changed.json["preview"][0] | {"title": "COO", "company": "Miravent"} == changed.json["preview"][0]


@pytest.mark.parametrize(
    ("mapping", "pointer"),
    [
        ([{"column": "Nada", "field": "email"}], "/mapping/0/column"),
        ([{"column": "Notas", "field": "email"}, {"column": "Notas", "field": None}], "/mapping/1/column"),
        ([{"column": "Notas", "field": "salary"}], "/mapping/0/field"),
        ([], "/mapping"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused_and_the_import_stays(caller, mapping, pointer):
    made = imported(caller)
    answer = caller.put(f"/v1/imports/{made['id']}/mapping", {"mapping": mapping})
    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"] == pointer
    assert caller.get(f"/v1/imports/{made['id']}").json == made


def test_a_mapping_by_which_nobody_is_in_the_file_is_refused_and_the_import_stays(caller):
    made = imported(caller, b"Name,Company\nAna Ruiz,Miravent\n")
    answer = caller.put(f"/v1/imports/{made['id']}/mapping", {"mapping": [{"column": "Name", "field": None}]})
    assert answer.status_code == 422
    assert caller.get(f"/v1/imports/{made['id']}").json == made
    assert len(rows_of(caller, made["id"])["items"]) == 1


def test_a_broken_line_of_json_lines_stays_an_error_under_another_mapping(caller):
    made = imported(caller, b'{"name": "Ana Ruiz", "note": "COO"}\n{"name": \n', "gente.jsonl")
    assert made["error_count"] == 1
    changed = caller.put(f"/v1/imports/{made['id']}/mapping", {"mapping": [{"column": "note", "field": "title"}]})
    assert changed.json["error_count"] == 1
    assert changed.json["preview"][0]["title"] == "COO"


def test_the_same_key_answers_the_same_import(caller):
    first = upload(caller, PEOPLE.encode(), **{"Idempotency-Key": "k"})
    again = upload(caller, PEOPLE.encode(), **{"Idempotency-Key": "k"})
    other = upload(caller, b"Name\nAna Ruiz\n", **{"Idempotency-Key": "k"})
    assert again.headers["Idempotent-Replay"] == "true"
    assert (again.status_code, again.json) == (201, first.json)
    assert other.status_code == 422
    assert len(caller.get("/v1/imports").json["items"]) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n ",
        b"\x00\x01\x02\x03" * 100,
        b"Color,Size\nred,3\n",
        b'Name,Company\n"Ana,Miravent\n',
        b"[]",
        b'{"name": ',
        b"Name\n" + b"Ana Ruiz\n" * 50_001,
    ],
    ids=["nothing", "blanks", "binary", "nobody", "open quote", "empty json", "cut json", "50,001 rows"],
)
def test_a_file_that_cannot_be_used_is_refused_in_words_and_nothing_is_kept(caller, data):
    answer = upload(caller, data)
    assert answer.status_code == 422, answer.get_data(as_text=True)[:300]
    assert answer.json["errors"][0]["pointer"] == "/file"
    assert caller.get("/v1/imports").json["items"] == []


def test_a_row_that_no_document_could_hold_is_an_error_and_the_others_stay(caller):
    giant = {"name": "Owen Kerr", "notes": {"a": ["x" * 10_000] * 90}}
    made = imported(caller, json.dumps([{"name": "Ana Ruiz"}, giant]).encode(), "gente.json")
    assert [error["row"] for error in made["errors"]] == [2]
    assert rows_of(caller, made["id"])["items"][0]["prospect"]["full_name"] == "Ana Ruiz"


def test_a_profile_that_is_too_large_as_a_whole_loses_its_longest_part(caller):
    wide = {"name": "Owen Kerr", "company": "Northwind"} | {f"note {number}": "é" * 19_000 for number in range(9)}
    made = imported(caller, json.dumps([wide], ensure_ascii=False).encode(), "gente.json")
    assert made["preview"][0]["full_name"] == "Owen Kerr"
    assert [error["column"][:4] for error in made["errors"]] == ["note", "note"]


def test_a_workbook_is_read_apart_and_says_which_sheet(caller):
    rows: list[list[object]] = [
        ["Nombre", "Empresa", "Notas"],
        ["Ana Ruiz", "Miravent", "=1+1"],
        [],
        ["Owen Kerr", "Northwind", 3.0],
    ]
    made = imported(caller, workbook({"Léeme": [["nada"]], "Personas": rows}), "gente.xlsx")
    assert made["kind"] == "xlsx"
    assert [person["full_name"] for person in made["preview"]] == ["Ana Ruiz", "Owen Kerr"]
    assert "«Personas»" in made["warnings"][0]
    assert [row["row"] for row in rows_of(caller, made["id"])["items"]] == [2, 4]


def test_pdf_profiles_are_read_apart_and_mapped_like_any_file(caller):
    made = imported(caller, profile_pdf(LUCIA, OWEN), "Profile.pdf")
    assert made["kind"] == "pdf"
    lucia, owen = made["preview"]
    assert lucia["linkedin_url"] == "https://www.linkedin.com/in/lucia-ferrer-logistica-0123"
    assert lucia["experience"][1]["company"] == "Transportes Ebro"
    assert owen["company"] == "Northwind"
    assert made["error_count"] == 0
    assert made["usable"] == 2


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04" + bytes(200), b"%PDF-1.7\n" + bytes(200), profile_pdf(LUCIA)[:1500]],
    ids=["workbook", "pdf", "cut pdf"],
)
def test_a_damaged_file_is_refused_by_the_reader_apart_and_nothing_is_kept(caller, data):
    answer = upload(caller, data)
    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"] == "/file"
    assert caller.get("/v1/imports").json["items"] == []


def test_a_pasted_text_is_an_import_too_and_its_errors_are_the_text_s(caller):
    made = caller.post("/v1/imports", {"text": "Ana Ruiz, CFO en Miravent\nOwen Kerr, Buyer at Northwind"})
    assert made.status_code == 201
    assert made.json["kind"] == "text"
    assert [person["company"] for person in made.json["preview"]] == ["Miravent", "Northwind"]
    for text in (" ", "esto no es nadie", "Color,Size\nred,3"):
        refused = caller.post("/v1/imports", {"text": text})
        assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (422, "/text")
    assert caller.post("/v1/imports", {"text": "Ana Ruiz", "more": 1}).status_code == 422


def test_somebody_who_may_only_read_cannot_import(caller):
    # the demo owner may; a stranger's key is refused before the form is read
    stranger = caller.send(
        "POST", "/v1/imports", data=b"x", content_type="multipart/form-data", headers={"Authorization": "Bearer rtk_x"}
    )
    assert stranger.status_code == 401


def test_an_import_that_does_not_exist_is_a_404_everywhere(caller):
    for path in ("", "/rows", "/errors.csv"):
        assert caller.get(f"/v1/imports/unknown{path}").status_code in (404, 422)
        assert caller.get(f"/v1/imports/aaaaaaaaaaaaaaaaaaaaaaaaaa{path}").status_code == 404
    body = {"mapping": [{"column": "x", "field": None}]}
    assert caller.put("/v1/imports/aaaaaaaaaaaaaaaaaaaaaaaaaa/mapping", body).status_code == 404
