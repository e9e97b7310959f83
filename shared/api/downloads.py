"""Files that go out, sent as they are made, so that nobody needs all of one in memory."""

from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple
from urllib.parse import quote

from flask import Response


class MediaType(NamedTuple):
    """What a route answers instead of JSON: "text/csv; charset=utf-8"."""

    name: str

    @property
    def bare(self) -> str:
        """Without parameters, as OpenAPI writes it."""
        return self.name.partition(";")[0]


CSV: Final = MediaType("text/csv; charset=utf-8")


class Download(NamedTuple):
    """A file as an answer; `parts` are taken one by one while it is sent."""

    filename: str
    parts: Iterator[bytes]


def download_response(download: Download, media_type: MediaType) -> Response:
    """The response. The first part is made before it begins, so that what fails at once is still a problem+json."""
    first = next(download.parts, b"")
    response = Response(chain((first,), download.parts), content_type=media_type.name)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(download.filename)}"
    return response
