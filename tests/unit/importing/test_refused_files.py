"""Files that are refused, each with a reason for the salesperson who chose it, and nothing else for any bytes."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import InvalidInputError
from shared.importing.table import read_table


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "vacío"),
        (b" \r\n\t\n", "vacío"),
        (b"\xef\xbb\xbf", "vacío"),
        (b"PK\x03\x04" + bytes(60), "Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60), "Excel"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "imagen"),
        (gzip.compress(b"Nombre,Empresa", mtime=0), "comprimido"),
        (bytes(range(256)) * 20, "No se puede leer"),
        (b"\x7fELF" + bytes(200), "No se puede leer"),
        (b"\xff\xfeA\x00\x00", "No se puede leer"),
        (b"Producto,Precio\nTornillo,3\n", "ninguna persona"),
        (b"hola\n", "ninguna persona"),
        (b"Nombre,Empresa\n", "ninguna persona"),
        (b'Nombre,Notas\nAna Ruiz,"sin cerrar\nLeire Roca,x\n', "comillas"),
        (b"[]", "ninguna persona"),
        (b'{"a": 1}', "ninguna persona"),
        (b'[{"name": "Ana Ruiz"', "JSON"),
        (b"{" * 5000, "JSON"),
        (b"[" * 100_000, "JSON"),
    ],
)
def test_a_file_that_is_no_list_of_people_is_refused_with_a_reason(data, reason):
    with pytest.raises(InvalidInputError) as refused:
        read_table(data)
    assert reason in refused.value.sentence.es
    assert refused.value.errors[0].pointer == "/file"


def test_more_than_fifty_thousand_rows_are_refused():
    read_table(b"Nombre\n" + b"Ana\n" * 3)
    with pytest.raises(InvalidInputError, match="50,000"):
        read_table(b"Nombre\n" + b"Ana\n" * 50_001)


def test_more_than_fifty_thousand_people_in_json_are_refused():
    with pytest.raises(InvalidInputError, match="50,000"):
        read_table(json.dumps([{"n": 1}] * 50_001).encode())


def test_more_than_five_hundred_columns_are_refused():
    with pytest.raises(InvalidInputError, match="500"):
        read_table(b"Nombre," * 600)


def test_more_than_twenty_megabytes_are_refused():
    with pytest.raises(InvalidInputError, match="20 MB"):
        read_table(b"x" * (20 * 1024 * 1024 + 1))


PIECES = st.sampled_from(
    [
        b"Nombre",
        b"Email",
        b"LinkedIn",
        b",",
        b";",
        b"\t",
        b'"',
        b"\n",
        b"\r",
        b"\xff\xfe",
        b"\x00",
        b"sep=;",
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b'"name"',
        b"Ana Ruiz",
        b"ana@example.com",
        "ñ".encode(),
        b"\xe9",
        b"null",
        b"1e999",
        b"NaN",
        b"\\ud800",
    ]
)


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.lists(PIECES, max_size=40).map(b"".join)
)
def test_any_bytes_are_read_or_refused(data):
    try:
        table = read_table(data)
    except InvalidInputError:
        return
    assert table.rows or table.errors


FIELD_NAMES = st.sampled_from(
    [
        "name",
        "full_name",
        "email",
        "linkedin_url",
        "experience",
        "education",
        "custom",
        "skills",
        "posts",
        "role",
        "company",
        "start",
        "end",
        "title",
    ]
)

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8) | FIELD_NAMES, inner, max_size=5),
    max_leaves=20,
)


@given(st.lists(st.dictionaries(FIELD_NAMES, JSON_VALUES, max_size=8), max_size=3))
def test_any_json_is_read_or_refused(people):
    try:
        read_table(json.dumps(people).encode())
    except InvalidInputError:
        return
