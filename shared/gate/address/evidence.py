"""What one form says about how the reader is addressed."""

from enum import Enum
from typing import NamedTuple


class Address(Enum):
    """Whom a form speaks to."""

    TU = "tu"
    VOS = "vos"
    TU_OR_VOS = "tu_or_vos"
    USTED = "usted"
    VOSOTROS = "vosotros"
    VOS_OR_VOSOTROS = "vos_or_vosotros"
    TU_OR_USTED = "tu_or_usted"


class Evidence(NamedTuple):
    """One form that says how the reader is addressed, at [start, end)."""

    address: Address
    start: int
    end: int
