"""Which function owns which path: made from what the apps declare, so that no path is written twice."""

from collections.abc import Mapping, Sequence

from shared.api.route import Route


def owners(routes: Mapping[str, Sequence[Route]]) -> dict[str, str]:
    """The function that owns each path template. Raises ValueError for a path that two functions claim."""
    found: dict[str, str] = {}
    for name, declared in routes.items():
        for route in declared:
            owner = found.setdefault(route.path, name)
            if owner != name:
                raise ValueError(f"{route.path} belongs to {owner} and to {name}")
    return found
