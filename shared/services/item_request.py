"""What an item of a batch asks for, as a single generation would ask for it, and on whose behalf."""

from shared.domain.batch import Author, BatchItem, BatchRow, BatchWishes
from shared.domain.generation import GenerationRequest
from shared.domain.principal import PERMISSIONS_OF, Principal


def request_of(wishes: BatchWishes, row: BatchRow | BatchItem) -> GenerationRequest:
    """The generation: what the row says wins over what the batch says."""
    own = row.wishes
    # Both were checked when they came in; to check a whole profile again would take as long as to read it.
    return GenerationRequest.model_construct(
        prospect=row.prospect,
        prospect_id=row.prospect_id,
        follows=row.follows,
        role=own.role or wishes.role,
        format=own.format or wishes.format,
        language=own.language or wishes.language,
        register_=own.register_ or wishes.register_,
    )


def author_of(workspace_id: str, author: Author) -> Principal:
    """Whoever started the batch, with what their role allows."""
    return Principal(workspace_id, author.kind, author.id, author.role, PERMISSIONS_OF[author.role])
