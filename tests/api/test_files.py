"""Files that come in as multipart and files that go out, through the HTTP layer."""

import pytest

from tests.api.small_app import MAX_FILE_BYTES, OWNER, READER, bearer
from tests.builders import form


def upload(client, *parts, token=OWNER, **headers):
    """POST the parts (name, content, filename) as one form."""
    return client.post(
        "/v1/files", data=form(*parts), headers=bearer(token) | headers, content_type="multipart/form-data; boundary=b"
    )


def test_a_file_reaches_its_handler_byte_for_byte(client):
    answer = upload(client, ("file", b"\x00\r\n--x\xff", "gente.csv"))
    assert answer.status_code == 201
    assert answer.json == {"name": "gente.csv", "size": 7, "text": None}


def test_the_same_route_takes_json_in_its_place(client):
    answer = client.post("/v1/files", json={"text": "Ana"}, headers=bearer())
    assert answer.json == {"name": None, "size": None, "text": "Ana"}


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("C:\\Users\\ana\\gente.csv", "gente.csv"), ("../../etc/passwd", "passwd"), ("a\u202eb\x00.csv", "ab.csv")],
)
def test_a_name_loses_folders_and_what_nobody_sees(client, sent, kept):
    assert upload(client, ("file", b"x", sent)).json["name"] == kept


def test_a_form_without_the_file_or_with_more_is_refused(client):
    def pointer_of(answer):
        assert answer.status_code == 422
        return answer.json["errors"][0]["pointer"]

    assert pointer_of(upload(client, ("picture", b"x", "a.png"))) == "/file"
    assert pointer_of(upload(client, ("file", b"x", "a.csv"), ("file", b"y", "b.csv"))) == "/file"
    fields = client.post("/v1/files", data={"text": "Ana"}, headers=bearer(), content_type="multipart/form-data")
    assert pointer_of(fields) == "/file"


@pytest.mark.parametrize("body", [b"nonsense", b"--b\r\nContent-Disposition: form-data; name=file\r\n\r\ncut"])
@pytest.mark.parametrize("boundary", ["; boundary=b", "", "; boundary=\xe9"])
def test_a_broken_form_is_a_400(client, body, boundary):
    answer = client.post("/v1/files", data=body, headers=bearer(), content_type=f"multipart/form-data{boundary}")
    assert answer.status_code == 400
    assert answer.content_type == "application/problem+json"


def test_a_file_of_the_largest_size_passes_and_one_byte_more_is_too_large(client):
    assert upload(client, ("file", b"x" * MAX_FILE_BYTES, "a.csv")).status_code == 201
    answer = upload(client, ("file", b"x" * (MAX_FILE_BYTES + 1), "a.csv"))
    assert answer.status_code == 413
    assert "1 MB" in answer.json["detail"]


def test_refusals_keep_their_order(client):
    large = ("file", b"x" * (MAX_FILE_BYTES + 100_000), "a.csv")
    assert upload(client, large, token="rtk_nobody").status_code == 401
    assert upload(client, large, token=READER).status_code == 403
    assert upload(client, large).status_code == 413
    assert client.post("/v1/files", data=b"x", headers=bearer(), content_type="text/csv").status_code == 415
    assert client.put("/v1/pictures", json={}, headers=bearer()).status_code == 415


def test_the_same_key_with_another_file_is_refused_and_with_the_same_one_repeated(client):
    key = {"Idempotency-Key": "k"}
    assert upload(client, ("file", b"one", "a.csv"), **key).status_code == 201
    again = upload(client, ("file", b"one", "a.csv"), **key)
    assert again.headers["Idempotent-Replay"] == "true"
    assert upload(client, ("file", b"two", "a.csv"), **key).status_code == 422


def test_a_file_goes_out_with_its_name(client):
    answer = client.get("/v1/files/report.csv", headers=bearer())
    assert answer.data == b"a,b\r\n1,2\r\n"
    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''informe%20a%C3%B1o.csv"


def test_what_fails_before_a_file_begins_is_a_problem(client):
    answer = client.get("/v1/files/gone.csv", headers=bearer())
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
