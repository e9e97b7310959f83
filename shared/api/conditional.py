"""Conditional requests: an answer that the caller has already is not sent again (RFC 9110, 13.1.2)."""

from flask import request
from pydantic import BaseModel

from shared.api.route import Answer


def answer_unless_same(body: BaseModel, tag: str) -> Answer:
    """The body with its ETag; 304 without a body if If-None-Match names that tag, weak or not, or any."""
    known = request.if_none_match
    _, _, opaque = tag.rpartition("W/")
    if known.contains_weak(opaque.strip('"')):
        return Answer(None, 304, {"ETag": tag})
    return Answer(body, headers={"ETag": tag})
