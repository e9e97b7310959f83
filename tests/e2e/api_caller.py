"""What a colleague's page, or another tool, does beside the browser: plain requests to the product."""

import json
import urllib.parse
import urllib.request
from typing import Any


class Caller:
    """Calls the API with a credential, in a workspace if one is named; a refusal raises HTTPError."""

    def __init__(self, address: str, credential: str, workspace: str | None = None) -> None:
        self._address = address
        self._headers = {"Authorization": f"Bearer {credential}", "Content-Type": "application/json"}
        if workspace is not None:
            self._headers["X-Workspace"] = workspace

    def __call__(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        """The answer's JSON; None where there is none."""
        data = None if body is None else json.dumps(body).encode()
        given = self._headers | {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self._address + path, data, given, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            content = answer.read()
        return json.loads(content) if content else None

    def written(self, name: str, **fields: object) -> dict[str, Any]:
        """A message to somebody of that name, of this caller's own."""
        company = str(fields.pop("company", "Remolques Duero"))
        person = {"full_name": name, "title": "Director Financiero", "company": company}
        made: dict[str, Any] = self("POST", "/v1/generations", {"prospect": person, "format": "email", **fields})
        return made

    def approved(self, name: str, **fields: object) -> dict[str, Any]:
        """The same, approved."""
        message = self.written(name, **fields)
        body = {"fingerprint": message["fingerprint"]}
        approved: dict[str, Any] = self("POST", f"/v1/messages/{message['id']}/approve", body)
        return approved

    def sent(self, name: str, **outcome: object) -> dict[str, Any]:
        """The same, sent."""
        message = self.approved(name)
        self("POST", f"/v1/messages/{message['id']}/outcomes", {"kind": "sent", **outcome})
        return message


def token_of(address: str, person: str) -> str:
    """A demo person's token, by the role that they have."""
    data = urllib.parse.urlencode({"person": person}).encode()
    with urllib.request.urlopen(f"{address}/auth/demo-token", data, timeout=60) as answer:
        token: str = json.loads(answer.read())["id_token"]
    return token
