"""How long a workspace keeps messages and people."""

from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field

SHORTEST_DAYS, LONGEST_DAYS = 30, 3_650

RetentionDays = Annotated[int, Field(strict=True, ge=SHORTEST_DAYS, le=LONGEST_DAYS)]

_LAST_END = timedelta(days=LONGEST_DAYS + 30)


def last_end(moment: datetime) -> datetime:
    """When something of this moment is rubbish, whatever its workspace has decided: a month after the longest time that
    one can choose. The nightly round ends things long before (`EndRetention`); this is for what no round reaches.
    """
    return moment + _LAST_END
