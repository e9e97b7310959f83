"""The built web application on the local server. In production its files lie in a bucket behind the load balancer."""

import mimetypes
from pathlib import Path
from urllib.parse import urlsplit

from flask import Request, Response

_PAGE = "/index.html"
# Styles may be inline: the primitives behind dialogs and lists set some while they are open. Scripts may not.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'{issuer}; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_EACH_TIME = "no-cache"
_TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".webmanifest": "application/manifest+json"}


class WebFiles:
    """The files under one folder, and the page itself for every address that the application may show.

    `issuer` is the address of the one that people sign in with, if that is another server: the page exchanges its code
    there.
    """

    def __init__(self, folder: Path, issuer: str | None = None) -> None:
        origin = "" if issuer is None else " {0.scheme}://{0.netloc}".format(urlsplit(issuer))
        self.policy = _POLICY.format(issuer=origin)
        self._files = {f"/{path.relative_to(folder).as_posix()}": path for path in folder.rglob("*") if path.is_file()}

    def answer(self, request: Request) -> Response | None:
        """The file at the request's path; the page at the root, and where a browser navigates to an address of the
        application's own; None where neither is meant.
        """
        if request.path in self._files:
            return self._file(request.path)
        if request.path == "/":
            return self._file(_PAGE)
        if request.path.startswith("/v1/") or "text/html" not in request.headers.get("Accept", ""):
            return None
        return self._file(_PAGE)

    def _file(self, name: str) -> Response:
        path = self._files[name]
        kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        # The build puts a digest into the names of what lies in assets/: another content has another name.
        headers = {"Cache-Control": _FOR_EVER if name.startswith("/assets/") else _ASK_EACH_TIME}
        if name == _PAGE:
            headers["Content-Security-Policy"] = self.policy
        return Response(path.read_bytes(), content_type=kind, headers=headers)
