"""The API's description (OpenAPI 3.1.0) of all functions in one document, made from what their routes declare.

Models become schemas by pydantic's own generator, apart for what is read and what is answered where the two differ:
every field of an answer is always there, so all are required in it.
"""

import inspect
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, TypeAlias

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema
from pydantic_core import core_schema

from scripts.openapi_texts import (
    DESCRIPTION,
    EXAMPLES,
    FILE,
    PARAMETERS,
    SECURITY,
    TITLE,
    answer_headers,
    problem_answers,
)
from shared.api.downloads import MediaType
from shared.api.health import HEALTH_TAG
from shared.api.problems import Problem
from shared.api.request_input import is_optional
from shared.api.route import Known, Route
from shared.api.version import VERSION
from shared.domain.principal import Permission

Object: TypeAlias = dict[str, Any]
Mode: TypeAlias = Literal["validation", "serialization"]
References: TypeAlias = Mapping[tuple[Any, Mode], Object]

_REFERENCE: Final = "#/components/schemas/{model}"
_PAGE = re.compile(r"^(?:.*\.)?Page\[(.*)\]$")
_INTERNAL = "/v1/tasks/"


class _Schemas(GenerateJsonSchema):
    """Schemas without the titles that only repeat a field's name."""

    def field_is_required(
        self,
        field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField,
        total: bool,
    ) -> bool:
        """Every field of an answer is present, one with a default too."""
        return self.mode == "serialization" or super().field_is_required(field, total)

    def normalize_name(self, name: str) -> str:
        """A page of roles is a `RolePage`, not a `Page_Role_`."""
        return super().normalize_name(_PAGE.sub(r"\1Page", name))

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  pydantic asks for each schema
        """Never: generated clients would make a type of each title."""
        return False


def openapi_document(routes: Iterable[Route]) -> Object:
    """The description of `routes`, without the paths that only the queue and the clock may call."""
    public = [route for route in routes if not route.path.startswith(_INTERNAL)]
    described = sorted(public, key=lambda route: (route.path, route.method))
    _require_unique_names(described)
    references, schemas = _schemas(described)
    paths: dict[str, Object] = {}
    for route in described:
        paths.setdefault(route.template, {})[route.method.lower()] = _operation(route, references, schemas)
    read_apart = {_name(references[model, "validation"]) for model in _parameter_models(described)}
    return {
        "openapi": "3.1.0",
        "info": {"title": TITLE, "version": VERSION, "description": DESCRIPTION},
        "servers": [{"url": "/"}],
        "security": [{"bearer": []}],
        "tags": [{"name": name} for name in sorted({route.tag for route in described}, key=_importance)],
        "paths": paths,
        "components": {
            "parameters": PARAMETERS,
            "responses": problem_answers(),
            "schemas": {name: schema for name, schema in sorted(schemas.items()) if name not in read_apart},
            "securitySchemes": SECURITY,
        },
    }


def _importance(tag: str) -> tuple[bool, str]:
    """What people look for comes first, health last."""
    return tag == HEALTH_TAG, tag


def _schemas(routes: list[Route]) -> tuple[References, dict[str, Object]]:
    wanted: dict[tuple[type[BaseModel], Mode], None] = {(Problem, "serialization"): None}
    for route in routes:
        wanted.update(dict.fromkeys((model, "validation") for model in _read_models(route)))
        wanted.update(dict.fromkeys((model, "serialization") for model in _answered_models(route)))
    references, definitions = models_json_schema(
        list(wanted), by_alias=True, ref_template=_REFERENCE, schema_generator=_Schemas
    )
    return references, definitions.get("$defs", {})


def _answered_models(route: Route) -> list[type[BaseModel]]:
    return [model for model in route.answers.values() if model is not None and not isinstance(model, MediaType)]


def _read_models(route: Route) -> list[type[BaseModel]]:
    return [model for name in ("body", "query", "path") if (model := route.model(name)) is not None]


def _parameter_models(routes: list[Route]) -> set[type[BaseModel]]:
    return {model for route in routes for name in ("query", "path") if (model := route.model(name)) is not None}


def _operation(route: Route, references: References, schemas: Mapping[str, Object]) -> Object:
    summary, _, description = inspect.cleandoc(route.handler.__doc__ or "").partition("\n")
    operation: Object = {"operationId": route.name, "summary": summary, "tags": [route.tag]}
    if text := description.strip():
        operation["description"] = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    if isinstance(route.permission, Permission | Known):
        operation["x-permission"] = route.permission.value
    else:
        operation["security"] = []
    if parameters := _parameters(route, references, schemas):
        operation["parameters"] = parameters
    if content := _request_content(route, references):
        body = route.model("body")
        required = body is None or not is_optional(body)
        operation["requestBody"] = {"required": required, "content": content}
    operation["responses"] = _answers(route, references)
    return operation


def _request_content(route: Route, references: References) -> Object:
    """What may be sent: JSON, a file, or either."""
    body = route.model("body")
    content = {} if body is None else _json(references[body, "validation"], route.name)
    return content | (FILE if route.takes_file else {})


def _parameters(route: Route, references: References, schemas: Mapping[str, Object]) -> list[Object]:
    found: list[Object] = []
    for place in ("path", "query"):
        if (model := route.model(place)) is not None:
            schema = schemas[_name(references[model, "validation"])]
            required = schema.get("required", [])
            found += [
                _parameter(place, name, value, name in required) for name, value in schema.get("properties", {}).items()
            ]
    if route.replay is not None:
        found.append({"$ref": "#/components/parameters/IdempotencyKey"})
    if "if_match" in route.inputs:
        found.append({"$ref": "#/components/parameters/IfMatch"})
    return found


def _parameter(place: str, name: str, schema: Object, required: bool) -> Object:
    """A parameter is a string or left out, so the null of its model is dropped."""
    schema = dict(schema)
    description = schema.pop("description", None)
    kinds = [kind for kind in schema.pop("anyOf", []) if kind != {"type": "null"}]
    schema.update(kinds[0] if len(kinds) == 1 else {"anyOf": kinds} if kinds else {})
    if schema.get("default", ...) is None:
        del schema["default"]
    said = {} if description is None else {"description": description}
    return {"name": name, "in": place, "required": required, **said, "schema": schema}


def _answers(route: Route, references: References) -> Object:
    answers: Object = {}
    for status, model in sorted(route.answers.items()):
        answer: Object = {"description": _PHRASES[status], "headers": answer_headers(repeats=route.replay is not None)}
        if isinstance(model, MediaType):
            answer["content"] = {model.bare: {"schema": {"type": "string"}}}
        elif model is not None:
            answer["content"] = _json(references[model, "serialization"])
        answers[str(status)] = answer
    answers.update({str(status): {"$ref": f"#/components/responses/{status}"} for status in _problems(route)})
    return answers


_PHRASES = {
    200: "Done.",
    201: "Created.",
    202: "Accepted; the work goes on.",
    204: "Done; nothing to say.",
    304: "As it was.",
}


def _problems(route: Route) -> list[int]:
    """What may go wrong there. An address with a parameter that does not exist is 422 everywhere."""
    found = {422, 500, 502, 504}
    if isinstance(route.permission, Permission | Known):
        found |= {401, 403, 429}
    if route.model("body") is not None or route.takes_file:
        found |= {400, 413, 415}
    if route.model("path") is not None or route.method != "GET":
        found.add(404)
    if route.method != "GET":
        found.add(409)
    if "if_match" in route.inputs:
        found.add(412)
    return sorted(found)


def _json(schema: Object, example_of: str | None = None) -> Object:
    example = EXAMPLES.get(example_of or "")
    return {"application/json": {"schema": schema, **({} if example is None else {"example": example})}}


def _name(reference: Object) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _require_unique_names(routes: list[Route]) -> None:
    """Generated clients make one function of each operation id."""
    repeated = [name for name, count in Counter(route.name for route in routes).items() if count > 1]
    if repeated:
        raise ValueError(f"several routes have a handler named {', '.join(repeated)}")
