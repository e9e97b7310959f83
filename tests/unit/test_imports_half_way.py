"""Whatever fails while an import is written, nobody ever finds a part of one."""

import pytest

from shared.domain.errors import (
    NotFoundError,
    Sentence,
    UnknownOutcomeError,
    UpstreamFailedError,
    WriteConflictError,
)
from shared.domain.ids import derived_id
from shared.domain.imports import LIFETIME
from shared.services.map_import import ColumnChoice, MappingChoice
from shared.services.open_people import Upload
from tests.builders import Product, product

ID = derived_id("import")
SAID = Sentence("No.", "No.")
ROWS = 900
NOTE = "x" * 10_000
FILE = ("Name,Email,Note\n" + "".join(f"Ana Ruiz,p{row}@x.example,{NOTE}\n" for row in range(ROWS))).encode()
SMALL = b"Name,Email,Note\nAna Ruiz,a@x.example,COO\n"
TITLE = MappingChoice(mapping=[ColumnChoice(column="Note", field="title")])
WRITES = 5
"""How many writes the large file takes at least: chunks, and the import."""


@pytest.fixture
def made() -> Product:
    return product()


def create(made: Product, data: bytes = FILE):
    return made.services.create_import(made.principal, Upload(data, "gente.csv"), ID)


def left_behind(made: Product) -> list[str]:
    """The documents of imports that there are."""
    return [path for path in made.documents.paths if "/imports/" in path]


def nobody_finds_it(made: Product) -> bool:
    with pytest.raises(NotFoundError):
        made.services.list_imports.one(made.principal, ID)
    return made.services.list_imports(made.principal, None, 10).items == []


def rows_of(made: Product):
    import_ = made.services.list_imports.one(made.principal, ID)
    position, rows = None, []
    while True:
        found = made.services.list_imports.rows(made.principal, import_, position, 200)
        rows += found.items
        position = found.next_position
        if position is None:
            return rows


@pytest.mark.parametrize("good", [0, 2, WRITES - 1])
def test_a_write_that_fails_leaves_nothing_behind_and_the_next_attempt_is_whole(made, good):
    made.documents.fail_one_write_after(good, UpstreamFailedError(SAID))
    with pytest.raises(UpstreamFailedError):
        create(made)
    assert nobody_finds_it(made)
    assert left_behind(made) == []
    assert create(made).rows == ROWS
    assert [row.number for row in rows_of(made)] == list(range(2, ROWS + 2))


@pytest.mark.parametrize("good", [1, 3])
def test_what_a_dead_store_keeps_of_an_import_nobody_finds_and_expires(made, good):
    made.documents.fail_writes_after(good, UpstreamFailedError(SAID))
    with pytest.raises(UpstreamFailedError):
        create(made)
    assert nobody_finds_it(made)
    for document in made.documents.get_many(left_behind(made)):
        assert document.fields["expires_at"] == made.clock.now() + LIFETIME


def test_an_import_whose_commit_reports_a_time_out_is_answered_as_it_stands(made):
    made.documents.fail_after_next_write(UnknownOutcomeError(SAID), good_writes=1)  # the chunks, then the import
    import_ = create(made, SMALL)
    assert made.services.list_imports.one(made.principal, ID) == import_
    assert rows_of(made)[0].prospect.full_name == "Ana Ruiz"


def test_a_commit_that_reports_a_time_out_counts_as_what_it_did(made):
    create(made, SMALL)
    whole = made.services.list_imports.one(made.principal, ID)
    made.documents.fail_after_next_write(UnknownOutcomeError(SAID))
    with pytest.raises(UnknownOutcomeError):  # the chunks of the new mapping: nobody knows
        made.services.map_import(made.principal, ID, TITLE)
    assert made.services.list_imports.one(made.principal, ID) == whole
    assert rows_of(made)[0].prospect.title is None


def test_two_attempts_under_one_id_make_one_import_with_all_of_its_rows(made):
    first = create(made, SMALL)
    documents = len(left_behind(made))
    assert create(made, SMALL) == first
    assert len(left_behind(made)) == documents


@pytest.mark.parametrize("good", [0, 1])
def test_a_new_mapping_that_fails_half_way_leaves_the_import_as_it_was(made, good):
    before = create(made, SMALL)
    documents = left_behind(made)
    made.documents.fail_one_write_after(good, WriteConflictError(SAID))
    with pytest.raises(WriteConflictError):
        made.services.map_import(made.principal, ID, TITLE)
    assert made.services.list_imports.one(made.principal, ID) == before
    assert sorted(left_behind(made)) == sorted(documents)
    assert made.services.map_import(made.principal, ID, TITLE).rows == 1
    assert rows_of(made)[0].prospect.title == "COO"


def test_whoever_reads_the_rows_of_a_mapping_can_go_on_when_another_one_is_chosen(made):
    before = create(made, SMALL)
    made.services.map_import(made.principal, ID, TITLE)
    (row,) = made.services.list_imports.rows(made.principal, before, None, 10).items
    assert row.prospect.title is None


def test_an_import_ends_after_its_time(made):
    create(made, SMALL)
    made.clock.advance(LIFETIME.total_seconds())
    assert nobody_finds_it(made)
