"""Keep what is newest of a person who is written to."""

from datetime import datetime

from shared.domain.documents import Operation
from shared.domain.prospect import MAX_PROFILE_BYTES, Prospect, StoredProspect
from shared.repositories.prospects import KnownPerson
from shared.repositories.store import WorkspaceStore
from shared.services.plan_generation import GenerationPlan


def remembering(
    store: WorkspaceStore, plan: GenerationPlan, new_id: str, now: datetime, person: KnownPerson | None = None
) -> tuple[StoredProspect, list[Operation]]:
    """The person as they will be stored, and the operations that do it.

    Either way the format of the planned message counts as written. A caller who named a stored prospect has brought
    nothing else: it stays as it is. Otherwise the person is known again by LinkedIn address or e-mail, and what is
    newly known replaces what was; what is not mentioned stays. `person` is what was known of them before: the write
    then conflicts if anybody has changed them since.
    """
    if plan.known is not None:
        version = None if person is None else person.version
        return plan.known, [store.prospects.marking_written(plan.known.id, plan.kind.format, now, version)]
    person = person or store.prospects.recognize(plan.person)
    if person.stored is None:
        # The person was checked when they came in.
        entry = StoredProspect.model_construct(
            id=new_id, prospect=plan.person, role=plan.match.key, created_at=now, updated_at=now
        )
    else:
        newest = {"prospect": _updated(person.stored.prospect, plan.person), "role": plan.match.key, "updated_at": now}
        entry = person.stored.model_copy(update=newest)
    entry = entry.model_copy(update={"written": {**entry.written, plan.kind.format: True}})
    return entry, store.prospects.storing(entry, person)


def _updated(old: Prospect, new: Prospect) -> Prospect:
    """What is known now; the new profile alone where both together would be larger than a profile may be."""
    known_now = {name: value for name in Prospect.model_fields if (value := getattr(new, name))}
    both = old.model_copy(update=known_now)
    return both if both.size <= MAX_PROFILE_BYTES else new
