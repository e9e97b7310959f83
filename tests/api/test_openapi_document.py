"""The API's description, made from what routes declare."""

import json
import re

import pytest
from pydantic import BaseModel, ConfigDict
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from scripts.openapi_document import openapi_document
from shared.api.app import Api, declare_routes
from shared.domain.principal import Permission, Principal
from tests.api.small_app import Number, SmallServices, add_routes


@pytest.fixture(scope="module")
def document():
    return openapi_document(declare_routes("small", add_routes, SmallServices()))


def operations(document):
    return {operation["operationId"]: operation for path in document["paths"].values() for operation in path.values()}


def test_it_holds_to_the_official_schema_of_openapi_3_1(document):
    assert document["openapi"] == "3.1.0"
    OPENAPI_31_VALIDATOR.validate(document)


def test_every_reference_leads_somewhere_and_no_schema_is_left_over(document):
    used = set(re.findall(r'"#/components/(\w+)/([^"]+)"', json.dumps(document)))
    parts = {(kind, name) for kind, entries in document["components"].items() for name in entries}
    assert used <= parts
    unused = {name for kind, name in parts - used if kind == "schemas"}
    assert unused == set()


def test_each_route_is_described_once_by_its_handler_s_name_and_docstring(document):
    described = operations(document)
    assert described.keys() == {
        "create_note", "get_note", "put_note", "delete_note", "list_numbers", "get_open", "get_small_health",
        "create_file", "put_picture", "get_file",
    }  # fmt: skip
    assert described["create_note"]["summary"] == "Write a note."
    assert described["create_note"]["description"] == "It is kept until it is read."


def test_a_public_route_needs_no_credential_and_the_others_name_their_permission(document):
    described = operations(document)
    assert document["security"] == [{"bearer": []}]
    assert described["get_open"]["security"] == []
    assert "security" not in described["get_note"]
    assert described["create_note"]["x-permission"] == "content:edit"


def test_a_route_with_a_replay_takes_an_idempotency_key(document):
    takers = [name for name, operation in operations(document).items() if "IdempotencyKey" in json.dumps(operation)]
    assert takers == ["create_file", "create_note"]


def test_every_field_of_an_answer_is_required_and_only_what_has_no_default_of_a_body(document):
    schemas = document["components"]["schemas"]
    assert set(schemas["NumberPage"]["required"]) == {"items", "next_cursor"}
    assert set(schemas["NoteView"]["required"]) == {"id", "text", "register", "reader"}
    assert schemas["NoteBody"]["required"] == ["text"]


class Both(BaseModel):
    model_config = ConfigDict(extra="forbid")

    size: int = 1


def test_a_model_that_is_read_and_answered_is_described_for_each():
    def declare(api: Api, _services: SmallServices) -> None:
        @api.post("/v1/both", permission=Permission.GENERATE, answers={200: Both}, tag="t")
        def echo(principal: Principal, body: Both) -> Both:
            """Say it again."""
            return body

    described = openapi_document(declare_routes("one", declare, SmallServices()))
    schemas = described["components"]["schemas"]
    assert "required" not in schemas["Both-Input"]
    assert schemas["Both-Output"]["required"] == ["size"]


def test_a_query_parameter_is_never_null(document):
    parameters = {value["name"]: value for value in operations(document)["list_numbers"]["parameters"]}
    assert parameters["colour"]["schema"] == {"$ref": "#/components/schemas/Colour"}
    assert parameters["cursor"]["schema"] == {"maxLength": 2000, "type": "string"}
    assert parameters["limit"]["schema"] == {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}
    assert not any(value["required"] for value in parameters.values())


def test_refusals_are_described_where_they_can_happen(document):
    described = {name: set(operation["responses"]) for name, operation in operations(document).items()}
    assert {"400", "401", "403", "409", "413", "415", "422"} <= described["create_note"]
    assert {"401", "403"}.isdisjoint(described["get_open"])
    assert "404" in described["get_note"]
    assert "404" not in described["list_numbers"]


def test_what_only_the_queue_may_call_is_left_out():
    def declare(api: Api, _services: SmallServices) -> None:
        @api.post("/v1/tasks/advance", permission=Permission.GENERATE, answers={200: Number}, tag="t")
        def advance(principal: Principal) -> Number:
            """Go on."""
            return Number(value=1)

    described = openapi_document(declare_routes("tasks", declare, SmallServices()))
    assert described["paths"] == {}


def test_two_handlers_of_one_name_are_refused():
    routes = declare_routes("small", add_routes, SmallServices())
    with pytest.raises(ValueError, match="create_note"):
        openapi_document([*routes, *routes])


def test_the_same_routes_make_the_same_document_in_any_order():
    routes = declare_routes("small", add_routes, SmallServices())
    assert json.dumps(openapi_document(routes)) == json.dumps(openapi_document(reversed(routes)))


def test_a_file_is_a_form_and_json_stands_beside_it_where_both_are_taken(document):
    described = operations(document)
    assert set(described["create_file"]["requestBody"]["content"]) == {"application/json", "multipart/form-data"}
    assert set(described["put_picture"]["requestBody"]["content"]) == {"multipart/form-data"}
    assert set(described["get_file"]["responses"]["200"]["content"]) == {"text/csv"}
