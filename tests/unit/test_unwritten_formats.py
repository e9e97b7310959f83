"""Which formats a person still lacks follows from the write that creates a message, and from nothing else."""

from shared.domain.documents import Update
from shared.domain.generation import GenerationRequest
from shared.domain.ids import derived_id
from shared.domain.language import Format
from shared.repositories.prospects import Prospects
from tests.builders import Product, product, prospect

LUCIA = "https://www.linkedin.com/in/lucia-ferrer"


def people_of(made: Product) -> Prospects:
    return Prospects(made.documents, made.principal.workspace_id, b"a key")


def lacking(made: Product, format_: Format, role: str | None = None) -> list[str]:
    return people_of(made).unwritten(format_, role, None, 1000).items


def write(made: Product, format_: Format, **whom) -> str:
    asked = {"format": format_.value, "language": "es", **(whom or {"prospect": prospect(linkedin_url=LUCIA)})}
    request = GenerationRequest.model_validate(asked)
    number = str(len(made.writer.requests))
    return made.services.generate_message(made.principal, request, derived_id(format_.value, number)).prospect.id


def test_a_person_who_is_written_to_for_the_first_time_lacks_the_other_formats_only() -> None:
    made = product()
    id_ = write(made, Format.LINKEDIN_NOTE)
    assert [id_ in lacking(made, format_) for format_ in Format] == [
        format_ != Format.LINKEDIN_NOTE for format_ in Format
    ]


def test_a_second_format_of_a_person_known_by_an_address_or_by_id_counts_too() -> None:
    made = product()
    id_ = write(made, Format.LINKEDIN_NOTE)
    assert write(made, Format.LINKEDIN_MESSAGE) == id_
    assert write(made, Format.EMAIL, prospect_id=id_) == id_
    assert [format_ for format_ in Format if id_ in lacking(made, format_)] == [Format.LINKEDIN_INMAIL]


def test_the_oldest_come_first_and_a_role_narrows_them() -> None:
    made = product()
    everybody = lacking(made, Format.EMAIL)
    operations = lacking(made, Format.EMAIL, "operations")
    prospects = people_of(made)
    stored = [one for one in prospects.find_many(everybody) if one is not None]
    assert stored == sorted(stored, key=lambda one: (one.created_at, one.id))
    assert operations == [one.id for one in stored if one.role == "operations"] != []


def test_pages_meet_without_gap_or_repetition() -> None:
    made = product()
    prospects = people_of(made)
    first = prospects.unwritten(Format.EMAIL, None, None, 100)
    second = prospects.unwritten(Format.EMAIL, None, first.next_position, 100)
    assert first.items + second.items == lacking(made, Format.EMAIL)[:200]


def test_a_person_let_in_under_an_older_rule_for_names_stays_readable() -> None:
    made = product()
    id_ = write(made, Format.LINKEDIN_NOTE)
    path = people_of(made).path(id_)
    made.documents.write([Update(path, payload={("prospect", "full_name"): "Test Test"})])
    found = people_of(made).find(id_)
    assert found is not None
    assert found.prospect.full_name == "Test Test"
