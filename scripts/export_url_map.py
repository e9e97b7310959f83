"""Write which paths the load balancer sends to which function, from what the apps declare.

python -m scripts.export_url_map            write it
python -m scripts.export_url_map --check    fail if it is not what the routes declare

A load balancer matches whole paths and everything below a path, nothing between: so everything below `/v1/RESOURCE`
belongs to one function, and a resource that two of them claim cannot be deployed. A resource of which
anything is for the queue and the clock alone is in no map.
"""

import json
import sys
from collections.abc import Mapping, Sequence

from scripts.deployed import ROOT
from scripts.function_apps import all_routes
from shared.api.route import TASKS, Route

TARGET = ROOT / "infra" / "terraform" / "modules" / "edge" / "routes.json"


def url_paths(routes: Mapping[str, Sequence[Route]]) -> dict[str, list[str]]:
    """The URL map's paths by function, sorted. Raises ValueError for a resource that two functions claim."""
    every = [(_resource(route.path), name, route) for name, declared in routes.items() for route in declared]
    owners: dict[str, str] = {}
    for resource, name, _ in every:
        if owners.setdefault(resource, name) != name:
            raise ValueError(f"{resource} belongs to {owners[resource]} and to {name}")
    found: dict[str, list[str]] = {}
    for resource in sorted(owners.keys() - {resource for resource, _, route in every if route.permission is TASKS}):
        found.setdefault(owners[resource], []).extend((resource, f"{resource}/*"))
    return dict(sorted(found.items()))


def render() -> str:
    """The file's text."""
    return json.dumps(url_paths(all_routes()), indent=2) + "\n"


def main() -> int:
    """Write the file, or check it; 1 if it is not up to date."""
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(render(), encoding="utf-8")
        return 0
    if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == render():
        return 0
    print(f"{TARGET.relative_to(ROOT)} is not what the routes declare: run `make docs`", file=sys.stderr)
    return 1


def _resource(path: str) -> str:
    """The part of a path that decides: of "/v1/messages/<id>/approve" it is "/v1/messages"."""
    return "/".join(path.split("/")[:3])


if __name__ == "__main__":
    sys.exit(main())
