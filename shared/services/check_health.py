"""Tell whether the product can do its work."""

from shared.repositories.store import Store


class CheckHealth:
    """GET /v1/{function}/health."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self) -> None:
        """Returns if the store answers; raises what it raises if not."""
        self._store.documents.get("health/check")
