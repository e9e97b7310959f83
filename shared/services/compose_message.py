"""Put a checked draft together with all that it rests on."""

from datetime import datetime

from shared.domain.generation import GenerationRequest
from shared.domain.message import Message, PromptUse
from shared.domain.principal import Principal
from shared.domain.prospect import StoredProspect
from shared.domain.thread import ThreadPlace
from shared.services.plan_generation import GenerationPlan
from shared.services.workspace_day import day_of
from shared.services.write_checked_draft import CheckedDraft
from shared.telemetry.logs import get_logger

_log = get_logger()


def drafted_message(
    principal: Principal,
    request: GenerationRequest,
    message_id: str,
    plan: GenerationPlan,
    checked: CheckedDraft,
    prospect: StoredProspect,
    now: datetime,
    batch_id: str | None = None,
) -> Message:
    """The message as it will be stored: what was asked, planned, written and checked, put together."""
    first_draft, first_examination = checked.first or (None, None)
    failures = checked.examination.failures
    return Message(
        id=message_id,
        status=checked.examination.status,
        role=plan.match,
        format=plan.kind.format,
        language=plan.kind.language,
        register_=plan.kind.register,
        subject=checked.draft.subject,
        body=checked.draft.body,
        limit=plan.kind.limits.body,
        subject_limit=plan.kind.limits.subject,
        facts=plan.gathered.facts,
        claims=checked.examination.claims,
        checks=checked.examination.checks,
        near_key=checked.near_key,
        first_draft=first_draft,
        first_checks=first_examination.failures if first_examination else (),
        review_checks=tuple(check.name for check in failures),
        instructions=request.instructions,
        prompt=PromptUse(
            id=plan.prompt.id, version=plan.prompt.version, variant=plan.participation and plan.participation.variant
        ),
        template_id=request.template_id,
        writer=checked.use,
        prospect=prospect.summary,
        batch_id=batch_id,
        experiment_id=plan.participation and plan.participation.experiment_id,
        replaces=request.replaces,
        thread=ThreadPlace() if plan.thread is None else plan.thread.place,
        author=principal.id,
        assignee=None if plan.thread is None else plan.thread.previous.assignee,
        created_at=now,
        updated_at=now,
        created_day=day_of(now, plan.settings),
    )


def log_generated(message: Message) -> None:
    """What operations count: no name, no text."""
    _log.info(
        "message_generated",
        message_id=message.id,
        status=message.status.value,
        role=message.role.key,
        format=message.format.value,
        language=message.language.value,
        prompt_id=message.prompt.id,
        provider=message.writer.provider,
        model=message.writer.model,
        input_tokens=message.writer.input_tokens,
        output_tokens=message.writer.output_tokens,
        cost_micros=message.writer.cost_micros,
        currency=message.writer.currency,
        latency_ms=message.writer.latency_ms,
        attempt=message.writer.attempts,
    )
