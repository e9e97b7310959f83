"""What is for a laptop only says so at start, not when somebody first uses it."""

import os

from shared.domain.errors import Sentence, StartError

_NOT_IN_THE_CLOUD = Sentence(
    "El inicio de sesión de demostración es para un portátil: en Cloud Run pon APP_SIGN_IN a «issuers» o «nobody».",
    "The demo sign-in is for a laptop: on Cloud Run set APP_SIGN_IN to “issuers” or “nobody”.",
)


def refuse_in_the_cloud() -> None:
    """Raise StartError on Cloud Run, which always sets K_SERVICE: there anybody could choose to be the owner."""
    if "K_SERVICE" in os.environ:
        raise StartError(_NOT_IN_THE_CLOUD)
