"""JSON and JSON Lines: the API's own fields, the shapes of other tools, and lines that are broken."""

import json

from shared.importing.table import read_table
from shared.prompts.demo_prospects import demo_prospects


def read_one(person):
    return read_table(json.dumps(person).encode()).rows[0].prospect


def test_a_prospect_of_the_api_comes_back_whole():
    people = [person for person in demo_prospects() if person.experience][:5]
    data = json.dumps([person.model_dump() for person in people]).encode()
    assert [row.prospect for row in read_table(data).rows] == people


def test_the_list_may_stand_in_an_object():
    data = json.dumps({"total": 2, "items": [{"name": "Ana Ruiz"}, {"name": "Leire Roca"}]}).encode()
    assert [row.number for row in read_table(data).rows] == [1, 2]


def test_nested_objects_are_columns():
    person = read_one(
        {"person": {"first_name": "Ana", "last_name": "Ruiz"}, "company": {"name": "Miravent", "size": 40}}
    )
    assert (person.full_name, person.company) == ("Ana Ruiz", "Miravent")
    assert person.custom == {"company.size": "40"}


def test_jobs_and_studies_of_other_tools_are_understood():
    person = read_one(
        {
            "fullName": "Ana Ruiz",
            "positions": [
                {
                    "title": "COO",
                    "companyName": "Miravent",
                    "startDate": {"year": 2020, "month": 3},
                    "endDate": "Present",
                },
                {"cargo": "Jefa de planta", "empresa": "Cantarel", "desde": "ene. 2015", "hasta": "2020"},
            ],
            "education": [{"schoolName": "Universidad del Duratón", "degreeName": "Grado", "fieldOfStudy": "Física"}],
        }
    )
    assert [(job.title, job.company, job.start, job.end) for job in person.experience] == [
        ("COO", "Miravent", "2020-03", None),
        ("Jefa de planta", "Cantarel", "2015-01", "2020"),
    ]
    assert person.education[0].degree == "Grado, Física"


def test_a_bad_date_is_null_and_an_error_and_the_job_stays():
    table = read_table(json.dumps([{"name": "Ana Ruiz", "experience": [{"title": "COO", "start": "nunca"}]}]).encode())
    assert table.rows[0].prospect.experience[0].title == "COO"
    assert table.rows[0].prospect.experience[0].start is None
    assert [(error.row, error.column) for error in table.errors] == [(1, "experience")]


def test_skills_may_be_objects():
    assert read_one({"name": "Ana Ruiz", "skills": [{"name": "SAP"}, "Lean", {}]}).skills == ["SAP", "Lean"]


def test_entries_of_a_list_that_are_too_long_cost_only_themselves():
    table = read_table(json.dumps([{"name": "Ana Ruiz", "skills": ["x" * 301, "y" * 301, "SAP"]}]).encode())
    assert table.rows[0].prospect.skills == ["SAP"]
    assert [(error.row, error.column) for error in table.errors] == [(1, "skills")]


def test_unknown_values_are_kept_as_text():
    person = read_one(
        {"name": "Ana Ruiz", "score": 4.5, "vip": True, "tags": ["a", "b"], "custom": {"evento": "Feria", "n": 3}}
    )
    assert person.custom == {"score": "4.5", "vip": "true", "tags": '["a", "b"]', "evento": "Feria", "n": "3"}


def test_a_broken_line_of_json_lines_is_an_error_and_the_others_stay():
    table = read_table(b'{"name": "Ana Ruiz"}\n{"name": "Lei\n\n{"name": "Owen Kerr"}\n', "people.jsonl")
    people = {row.number: row.prospect.full_name for row in table.rows}
    assert people == {1: "Ana Ruiz", 2: None, 4: "Owen Kerr"}
    assert [error.row for error in table.errors] == [2]
