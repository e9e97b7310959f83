"""Who this program is to Google Cloud: one identity for all adapters, so that one token serves them."""

from functools import cache

import google.auth
from google.auth.credentials import Credentials
from google.auth.exceptions import DefaultCredentialsError

from shared.domain.errors import Sentence, StartError

_SCOPES = ("https://www.googleapis.com/auth/cloud-platform",)
_MISSING = Sentence(
    "No hay credenciales de Google Cloud. Inicia sesión con `gcloud auth application-default login` o usa los "
    "adaptadores locales (APP_STORE=embedded, APP_SECRETS=embedded).",
    "There are no Google Cloud credentials. Sign in with `gcloud auth application-default login` or use the local "
    "adapters (APP_STORE=embedded, APP_SECRETS=embedded).",
)


@cache
def application_credentials() -> Credentials:
    """The environment's credentials (a function's own service account, a person's sign-in). Raises StartError."""
    try:
        credentials, _ = google.auth.default(scopes=_SCOPES)
    except DefaultCredentialsError as error:
        raise StartError(_MISSING) from error
    return credentials
