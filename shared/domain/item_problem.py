"""Why an item of a batch failed, as it is kept."""

from typing import Self

from pydantic import BaseModel

from shared.domain.errors import FieldError, InvalidInputError, OutreachError, Sentence


class ProblemField(BaseModel, defer_build=True):
    """What is wrong with one field, at a JSON Pointer."""

    pointer: str
    sentence: Sentence


class ItemProblem(BaseModel, defer_build=True):
    """Why an item failed, as it is kept; sentences in both languages, never a value that somebody sent."""

    status: int
    code: str
    title: Sentence
    sentence: Sentence
    errors: tuple[ProblemField, ...] = ()

    @classmethod
    def of(cls, error: OutreachError) -> Self:
        """The error as it is kept."""
        blamed: tuple[FieldError, ...] = error.errors if isinstance(error, InvalidInputError) else ()
        return cls(
            status=error.status,
            code=error.code,
            title=error.title,
            sentence=error.sentence,
            errors=tuple(ProblemField(pointer=field.pointer, sentence=field.sentence) for field in blamed),
        )
