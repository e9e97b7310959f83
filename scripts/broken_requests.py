"""What the local server answers to bytes that are no HTTP request: the same problem+json as everybody else gets."""

import os

from waitress.channel import HTTPChannel  # type: ignore[import-untyped]
from waitress.task import ErrorTask  # type: ignore[import-untyped]
from waitress.utilities import InternalServerError, RequestEntityTooLarge  # type: ignore[import-untyped]
from werkzeug import exceptions

from shared.api.problems import error_of, problem_response
from shared.api.response_headers import secure
from shared.domain.ids import encode_id

_FIRST_LANGUAGE = "es"  # nobody knows which one a broken request wants


class _ProblemTask(ErrorTask):  # type: ignore[misc]
    """Waitress's answer to a request that it could not read, in our words."""

    def execute(self) -> None:
        """Write the answer and close the connection."""
        request_id = encode_id(os.urandom(16))
        problem = problem_response(error_of(_failure(self.request.error)), _FIRST_LANGUAGE, "/", request_id)
        answer, body = secure(problem, request_id), problem.get_data()
        self.status = answer.status
        self.response_headers.extend((name, value) for name, value in answer.headers if name != "Content-Length")
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class ProblemChannel(HTTPChannel):  # type: ignore[misc]
    """A connection whose broken requests are answered as problems."""

    error_task_class = _ProblemTask


def _failure(error: object) -> exceptions.HTTPException:
    match error:
        case InternalServerError():
            return exceptions.InternalServerError()
        case RequestEntityTooLarge():
            return exceptions.RequestEntityTooLarge()
        case _:
            return exceptions.BadRequest()
