"""The machine's own clock and randomness, the same in the cloud and on a laptop."""

import secrets
import time
from datetime import UTC, datetime

from shared.domain.ids import encode_id

_ID_BYTES = 16


class SystemClock:
    """The present."""

    def now(self) -> datetime:
        """The present, in UTC, with microseconds."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never go back."""
        return time.monotonic()


class RandomIds:
    """Ids of 128 random bits."""

    def new(self) -> str:
        """A fresh id."""
        return encode_id(secrets.token_bytes(_ID_BYTES))
