"""ICP roles."""

from functions.generate.role_bodies import RoleBody, RolePath
from shared.api.app import Answer, Api
from shared.api.pagination import Page, PageQuery
from shared.bootstrap import Services
from shared.domain.errors import InvalidInputError
from shared.domain.principal import Permission, Principal
from shared.domain.role import Role


def add_roles(api: Api, services: Services) -> None:
    """Add the routes of roles."""

    @api.get("/v1/roles", permission=Permission.READ_CONTENT, answers={200: Page[Role]}, tag="roles")
    def list_roles(principal: Principal, query: PageQuery) -> Page[Role]:
        """ICP roles, by key."""
        found = services.list_roles(principal, api.position(principal, query), query.limit)
        return api.page(principal, query, found.items, found.next_position)

    @api.get("/v1/roles/<key>", permission=Permission.READ_CONTENT, answers={200: Role}, tag="roles")
    def get_role(principal: Principal, path: RolePath) -> Role:
        """One role."""
        return services.list_roles.one(principal, path.key)

    @api.put("/v1/roles/<key>", permission=Permission.EDIT_CONTENT, answers={200: Role, 201: Role}, tag="roles")
    def put_role(principal: Principal, path: RolePath, body: RoleBody) -> Answer:
        """Create a role or replace it; a new one starts with the default prompts."""
        if body.key not in (None, path.key):
            raise InvalidInputError.at("/key", "La clave no es la de la dirección.", "The key is not the path's.")
        role, is_new = services.put_role(principal, body.as_role(path.key))
        return Answer(role, 201 if is_new else 200)

    @api.delete("/v1/roles/<key>", permission=Permission.EDIT_CONTENT, answers={204: None}, tag="roles")
    def delete_role(principal: Principal, path: RolePath) -> Answer:
        """Delete a role; its messages and prompts stay."""
        services.delete_role(principal, path.key)
        return Answer(None, 204)
