"""Open the demo workspace of a fictional company, so that a laptop has something to show from its first minute."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from shared.domain.errors import NotAuthenticatedError
from shared.domain.ids import derived_id
from shared.repositories.store import Store
from shared.services.identify import Identify

if TYPE_CHECKING:  # only a first start needs it
    from shared.services.fill_demo import FillDemo

DEMO_WORKSPACE = derived_id("demo-workspace")
DEMO_KEY = derived_id("demo-workspace", "demo-key")


class OpenDemo:
    """Looks at each start whether the demo is there, and has it filled where it is not."""

    def __init__(self, store: Store, identify: Identify, fill: "Callable[[], FillDemo]") -> None:
        self._store = store
        self._identify = identify
        self._fill = fill

    def __call__(self, current_key: str | None) -> str:
        """The demo owner's API key: `current_key` where it still holds, else a new one. Opens the workspace first,
        if it is not there.
        """
        if self._store.workspaces.settings(DEMO_WORKSPACE) is None:
            self._fill()()
        elif not self._store.of(DEMO_WORKSPACE).members.owners()[0]:
            self._fill().add_members()  # a workspace of a version that had none
        return current_key if current_key is not None and self._still_holds(current_key) else self._fill().new_key()

    def _still_holds(self, key: str) -> bool:
        try:
            self._identify(key)
        except NotAuthenticatedError:
            return False
        return True
