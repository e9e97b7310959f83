"""Write docs/permissions.md, who may use which route, from what the routes declare; with --check fail if it is not what
would be written.
"""

import sys
from collections.abc import Iterator

from scripts.deployed import ROOT
from scripts.function_apps import all_routes
from shared.api.route import KNOWN, PUBLIC, Route
from shared.domain.principal import PERMISSIONS_OF, Permission, WorkspaceRole

PAGE = ROOT / "docs" / "permissions.md"
YES, NO = "yes", "—"
INTERNAL = "/v1/tasks/"

_TOP = """# Who may use which route

Every route of every function, by what the caller is in the workspace. Without a credential everything but the open
routes is 401; with one that does not allow it, 403. A key may do what its role may, less what its scopes leave out.
“any” needs a credential and no workspace. `tests/api/accounts/test_permissions.py` asks the running product each cell.

Beyond the table: only owners make, unmake or invite owners, and the last one stays; nobody makes, renews or ends a key
that may do more than they; a person sees one workspace at a time (`X-Workspace`), a key only its own.

<!-- Generated from the routes by `python -m scripts.generate_permissions_doc`; `make drift` compares. -->

| route | needs | owner | admin | agent | viewer |
|---|---|---|---|---|---|
"""


def main() -> int:
    """Write the page, or check it."""
    page = _TOP + "".join(f"| {' | '.join(row)} |\n" for row in rows())
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    print("docs/permissions.md is not what the routes declare; run `make docs`.", file=sys.stderr)
    return 1


def rows() -> Iterator[list[str]]:
    """The cells of each route, sorted by path; routes that only the queue and the clock may call are left out."""
    routes = [route for declared in all_routes().values() for route in declared]
    for route in sorted(routes, key=lambda one: (one.path, one.method)):
        if not route.path.startswith(INTERNAL):
            yield [f"`{route.method} {route.template}`", _need(route), *(_cell(route, role) for role in WorkspaceRole)]


def may(route: Route, role: WorkspaceRole) -> bool:
    """Whether somebody with this role is let in."""
    return not isinstance(route.permission, Permission) or route.permission in PERMISSIONS_OF[role]


def _need(route: Route) -> str:
    names = {PUBLIC: "open", KNOWN: "any"}
    return names.get(route.permission) or f"`{route.permission.value}`"


def _cell(route: Route, role: WorkspaceRole) -> str:
    return YES if may(route, role) else NO


if __name__ == "__main__":
    sys.exit(main())
