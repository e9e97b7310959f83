"""How long each thing may take, each inside the next: a test asserts the order from Settings and Terraform."""

from typing import NamedTuple


class Deadlines(NamedTuple):
    """Seconds. One model call < item with its repair < function < task dispatch < lease.

    `repair_start`: while a person waits, a repair begins only if the first draft came within this time.
    """

    model_call: float = 12.0
    item: float = 30.0
    function: float = 60.0
    dispatch: float = 75.0
    lease: float = 90.0
    repair_start: float = 2.0
