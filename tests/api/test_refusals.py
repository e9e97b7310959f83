"""What the HTTP layer refuses, and in which order."""

import io

import pytest
from flask.testing import FlaskClient

from tests.api.small_app import OWNER, READER, SmallServices, bearer

LARGE = b'{"text": "' + b"x" * 1_000_000 + b'"}'


def status_of(client: FlaskClient, data: bytes, token: str | None = OWNER, type_: str = "application/json") -> int:
    headers = {} if token is None else bearer(token)
    return client.post("/v1/notes", data=data, headers=headers, content_type=type_).status_code


def test_a_stranger_learns_nothing_from_a_malformed_body(client):
    bodies = [b"{", LARGE, b"", b"[]", b'{"text": 1}']
    assert {status_of(client, body, token=None) for body in bodies} == {401}


def test_a_caller_without_the_permission_learns_nothing_from_a_malformed_body(client):
    assert {status_of(client, body, READER) for body in [b"{", LARGE, b"", b"[]"]} == {403}


def test_size_is_refused_before_type_json_and_schema(client):
    assert status_of(client, LARGE, type_="text/plain") == 413
    assert status_of(client, LARGE[:-1]) == 413


def test_a_wrong_type_is_refused_before_json(client):
    assert status_of(client, b"{", type_="text/plain") == 415


def test_json_is_refused_before_schema(client):
    assert status_of(client, b'{"text": 1') == 400


def test_schema_is_refused_before_existence(client):
    answer = client.put("/v1/notes/unknown", json={"text": 1}, headers=bearer())
    assert answer.status_code == 422


def test_schema_is_refused_before_the_idempotency_key(client):
    answer = client.post("/v1/notes", json={}, headers={**bearer(), "Idempotency-Key": "a b"})
    assert answer.json["errors"][0]["pointer"] == "/text"


def test_what_does_not_exist_is_a_404(client):
    assert client.get("/v1/notes/unknown", headers=bearer()).status_code == 404


@pytest.mark.parametrize(
    "credential",
    [
        "",
        "Bearer",
        "Bearer ",
        "Basic cnRrX293bmVy",
        "rtk_owner",
        "Bearer rtk_unknown",
        "Bearer rtk_owner x",
        "Bearer rtk_owner,Bearer rtk_owner",
        "Bearer rtk_owñer",
    ],
)
def test_a_credential_that_does_not_hold_is_a_401_in_always_the_same_words(client, credential):
    without = client.get("/v1/numbers").json
    answer = client.get("/v1/numbers", headers={"Authorization": credential})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.json["type"] == without["type"]


def test_the_scheme_of_a_credential_is_read_in_any_case(client):
    assert client.get("/v1/numbers", headers={"Authorization": f"bEaReR {OWNER}"}).status_code == 200


def test_two_megabytes_of_text_are_a_413_that_names_the_limit(client):
    answer = client.post("/v1/notes", json={"text": "x" * 2_000_000}, headers=bearer())
    assert answer.status_code == 413
    assert "1000000" in answer.json["detail"]


class Endless(io.RawIOBase):
    """A body without end that knows how much of it was read."""

    given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        self.given += len(buffer)
        buffer[:] = b"x" * len(buffer)
        return len(buffer)


@pytest.mark.parametrize(("stated", "most_read"), [("2000000", 0), ("", 1_200_000)])
def test_a_large_body_is_refused_unread_by_its_stated_length_and_without_one_at_the_limit(client, stated, most_read):
    body = Endless()
    answer = client.post(
        "/v1/notes",
        headers=bearer(),
        content_type="application/json",
        environ_overrides={
            "wsgi.input": io.BufferedReader(body),
            "wsgi.input_terminated": True,
            "CONTENT_LENGTH": stated,
        },
    )
    assert answer.status_code == 413
    assert body.given <= most_read


def test_a_body_of_exactly_the_limit_is_read(client):
    frame = b'{"text": ""}'
    exact = b'{"text": "' + b"x" * (1_000_000 - len(frame)) + b'"}'
    assert status_of(client, exact) == 422  # readable: only its text is longer than a note's


@pytest.mark.parametrize(
    "type_", ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin-1"]
)
def test_a_body_of_another_type_is_a_415(client, type_):
    assert status_of(client, b'{"text": "a"}', type_=type_) == 415


def test_an_empty_body_is_a_400(client):
    assert status_of(client, b"  ") == 400


@pytest.mark.parametrize(
    "body",
    [
        b"{", b"nothing", b"\xff\xfe{}", b'{"text": NaN}', b'{"text": -Infinity}', b'{"text": "a", "text": "b"}',
        b'{"parts": [{"size": 1, "size": 2}]}', b"[" * 100_000, b'{"a":' * 51 + b"1" + b"}" * 51,
        b'{"text": ' + b"1" * 5000 + b"}", b"'text'", b'{"text": "\t"}',
    ],
)  # fmt: skip
def test_what_is_not_json_is_a_400(client, body):
    assert status_of(client, body) == 400


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        (b"[]", ""),
        (b'"text"', ""),
        (b"null", ""),
        (b'{"text": "a\\u0000b"}', "/text"),
        (b'{"text": "\\ud800"}', "/text"),
        (b'{"text": "a", "labels": {"x": "\\udfff"}}', "/labels/x"),
        (b'{"text": "a", "either": 9223372036854775808}', "/either"),
        (b'{"text": "a", "either": [1, -9223372036854775809]}', "/either/1"),
        (b'{"text": "a", "either": 1e999}', "/either"),
        (b'{"text": 5}', "/text"),
        (b'{"text": "a", "parts": [{"size": "1"}]}', "/parts/0/size"),
        (b'{"text": "a", "parts": [{"size": 1}, {}]}', "/parts/1/size"),
        (b'{"text": "a", "parts": [{"size": 1, "extra": 1}]}', "/parts/0/extra"),
        (b'{"text": "a", "unknown": 1}', "/unknown"),
        (b'{"text": "a", "a/b~c": 1}', "/a~1b~0c"),
        (b'{"text": "a", "labels": {"012345678901234567890": "x"}}', "/labels/012345678901234567890"),
        (b'{"text": "a", "either": [1, "x"]}', "/either/1"),
        (b'{"text": "a", "register": "too long"}', "/register"),
        (b'{"text": "a", "register_": "tu"}', "/register_"),
        (b'{"text": "a", "dry_run": 1}', "/dry_run"),
        (b"{}", "/text"),
    ],
)
def test_a_value_that_is_wrong_is_a_422_at_its_pointer(client, body, pointer):
    answer = client.post("/v1/notes", data=body, headers=bearer(), content_type="application/json")
    assert answer.status_code == 422
    assert pointer in [error["pointer"] for error in answer.json["errors"]]


def test_half_a_surrogate_pair_in_a_name_is_refused(client):
    assert status_of(client, b'{"text": "a", "labels": {"\\ud800": "x"}}') == 422


def test_a_whole_surrogate_pair_and_a_byte_order_mark_are_fine(client):
    assert status_of(client, b'\xef\xbb\xbf{"text": "\\ud83d\\ude00"}') == 201


def test_an_escaped_backslash_before_u0000_is_only_text(client):
    assert status_of(client, b'{"text": "\\\\u0000"}') == 201


def test_nesting_up_to_fifty_levels_is_read(client):
    assert status_of(client, b'{"a":' * 50 + b"1" + b"}" * 50) == 422


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("limit=0", "/query/limit"),
        ("limit=201", "/query/limit"),
        ("limit=x", "/query/limit"),
        ("colour=green", "/query/colour"),
        ("unknown=1", "/query/unknown"),
        ("limit=1&limit=2", "/query/limit"),
        ("cursor=%00", "/query/cursor"),
        ("cursor=nothing", "/query/cursor"),
    ],
)
def test_a_wrong_query_parameter_is_a_422_at_its_pointer(client, query, pointer):
    answer = client.get(f"/v1/numbers?{query}", headers=bearer())
    assert answer.status_code == 422
    assert pointer in [error["pointer"] for error in answer.json["errors"]]


def test_a_query_parameter_where_none_is_due_is_a_422(client):
    answer = client.get("/v1/notes/a?verbose=1", headers=bearer())
    assert [error["pointer"] for error in answer.json["errors"]] == ["/query/verbose"]


def test_a_path_parameter_of_the_wrong_form_is_a_422(client):
    answer = client.get("/v1/notes/UPPER", headers=bearer())
    assert [error["pointer"] for error in answer.json["errors"]] == ["/path/id"]


@pytest.mark.parametrize("path", ["%00", "a%0Ab", "%ff", "%7f", "a%2Fb", "..%2F..", ""])
def test_a_path_that_cannot_name_anything_is_a_404(client, path):
    assert client.get(f"/v1/notes/{path}", headers=bearer()).status_code == 404


def test_body_and_query_are_complained_about_together(client):
    answer = client.post("/v1/notes?a=1", json={"text": 1}, headers=bearer())
    assert {error["pointer"] for error in answer.json["errors"]} == {"/text", "/query/a"}


def test_a_hundred_thousand_unknown_fields_make_a_short_problem(client):
    body = {f"f{number}": 1 for number in range(60_000)}
    answer = client.post("/v1/notes", json=body, headers=bearer())
    assert answer.status_code == 422
    assert len(answer.data) < 20_000


def test_the_name_of_a_field_is_cut_where_it_is_too_long_for_a_name(client):
    answer = client.post("/v1/notes", json={"text": "a", "n" * 5000: 1}, headers=bearer())
    assert len(answer.json["errors"][0]["pointer"]) == 101


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "GET", "HEAD"])
def test_a_method_that_a_path_does_not_have_is_a_405_that_names_those_that_it_has(client, method):
    answer = client.open("/v1/notes", method=method)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"


def test_the_allowed_methods_of_all_routes_of_a_path_are_named(client):
    assert client.post("/v1/notes/a").headers["Allow"] == "DELETE, GET, HEAD, PUT"


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/notes/", "//v1/notes", "/v1//notes", "/V1/notes", "/static/x"])
def test_any_other_path_is_a_404_and_never_a_redirect(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"


def test_head_answers_as_get_does_without_the_body(client, services: SmallServices):
    services.notes["a"] = "text"
    assert client.head("/v1/notes/a").status_code == 401
    answer = client.head("/v1/notes/a", headers=bearer())
    assert (answer.status_code, answer.data) == (200, b"")
    assert int(answer.headers["Content-Length"]) == len(client.get("/v1/notes/a", headers=bearer()).data)


def test_an_unknown_query_parameter_reads_the_same_on_every_route(client):
    answers = [client.get(path, headers=bearer()) for path in ("/v1/numbers?verbose=1", "/v1/notes/a?verbose=1")]
    assert [answer.json["errors"][0]["detail"] for answer in answers] == ["Este parámetro no existe."] * 2


def test_a_compressed_body_is_a_415(client):
    headers = {**bearer(), "Content-Encoding": "gzip"}
    answer = client.post("/v1/notes", data=b"\x1f\x8b", headers=headers, content_type="application/json")
    assert (answer.status_code, "Content-Encoding" in answer.json["detail"]) == (415, True)
