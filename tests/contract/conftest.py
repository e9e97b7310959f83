"""Gives the tests of a port each of its adapters in turn."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from shared.domain.documents import Index
from shared.ports import Documents
from tests.contract.documents_adapters import ADAPTERS, OpenDocuments


@pytest.fixture(params=ADAPTERS)
def open_adapter(request: pytest.FixtureRequest) -> OpenDocuments:
    """Opens an empty store of the adapter under test."""
    adapter: OpenDocuments = request.param
    return adapter


@pytest.fixture
def open_documents(open_adapter: OpenDocuments, tmp_path: Path) -> Iterator[Callable[..., Documents]]:
    """Opens the adapter under test with the indexes that the test declares."""
    with ExitStack() as stack:

        def opened(*indexes: Index) -> Documents:
            return stack.enter_context(open_adapter(tmp_path, indexes))

        yield opened


@pytest.fixture
def documents(open_documents: Callable[..., Documents]) -> Documents:
    """The adapter under test, empty, without declared indexes."""
    return open_documents()
