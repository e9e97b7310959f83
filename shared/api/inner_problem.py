"""Problems inside an answer that succeeded: of one entry among many."""

from flask import g, request

from shared.api.language import interface_language
from shared.api.problems import Problem, error_of, problem_of


def inner_problem(failure: Exception) -> Problem:
    """The problem as the current request would be answered with it alone."""
    return problem_of(error_of(failure), interface_language(), request.path, g.request_id)
