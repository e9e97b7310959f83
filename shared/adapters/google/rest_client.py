"""Google's clients over REST: what is called before the server forks its worker must leave no gRPC in the parent."""

from collections.abc import Callable
from typing import Any, TypeVar

from google.auth.credentials import AnonymousCredentials

from shared.adapters.google.credentials import application_credentials
from shared.adapters.google.per_process import PerProcess

Client = TypeVar("Client")


def rest_client(
    client: Callable[..., Client], transport: Callable[..., Any], google: str, server: str | None
) -> PerProcess[Client]:
    """The client of each process for the API at `google`, or at another `server` that speaks it, which is sent no
    credentials. Raises StartError where Google is to be called and there are none.
    """
    scheme, _, host = (server or google).partition("://")
    credentials = application_credentials() if server is None else AnonymousCredentials()  # type: ignore[no-untyped-call]
    return PerProcess(lambda: client(transport=transport(host=host, url_scheme=scheme, credentials=credentials)))
