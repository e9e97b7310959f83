"""A session that sends spans to Cloud Trace as the function's own identity."""

from google.auth.transport.requests import AuthorizedSession

from shared.adapters.google.credentials import application_credentials


def trace_session() -> AuthorizedSession:
    """Raises StartError if there are no credentials."""
    return AuthorizedSession(application_credentials())  # type: ignore[no-untyped-call]
