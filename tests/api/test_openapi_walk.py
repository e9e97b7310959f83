"""Schemathesis walks the API's description: requests that it makes up, valid and not, against the real product.

Whatever comes in, the answer is one that the description promises, of the form that it promises, and never a 500.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from scripts.dev_server import compose
from scripts.function_apps import all_routes
from scripts.openapi_document import openapi_document
from shared.bootstrap import DEMO_KEY_FILE, build_services
from shared.config import Settings


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str]]:
    """The product as one WSGI app, and the demo owner's key."""
    folder = tmp_path_factory.mktemp("walk")
    services = build_services(Settings(data_dir=folder, demo_messages=20))
    yield compose(services, "http://localhost", None), (folder / DEMO_KEY_FILE).read_text().strip()
    services.close()


ROUTES = [route for declared in all_routes().values() for route in declared]
description = schemathesis.openapi.from_dict(openapi_document(ROUTES))

PROMISES = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@description.parametrize()
@settings(max_examples=5)
def test_every_answer_is_one_that_the_description_promises(case: schemathesis.Case, product: tuple[Any, str]) -> None:
    app, key = product
    case.call_and_validate(app=app, headers={"Authorization": f"Bearer {key}"}, checks=PROMISES)
