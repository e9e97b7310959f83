"""A model's answer, read strictly: a draft and its claims, or an error that says what was wrong with it.

google-genai raises nothing for a blocked, cut or malformed answer, and its `parsed` is then None without a reason;
so the reasons are looked for one by one.
"""

import json
from typing import Annotated

from google.genai import types
from pydantic import AfterValidator, BaseModel, ValidationError

from shared.domain.errors import Sentence, UpstreamFailedError
from shared.domain.message import Draft
from shared.domain.text import normalized
from shared.domain.writing import WritingRequest, WrittenClaim

BLOCKED = Sentence(
    "Gemini ha bloqueado este mensaje por sus reglas de contenido. Revisa los datos de la persona o tus instrucciones.",
    "Gemini blocked this message under its content rules. Check the person's data or your instructions.",
)
CUT = Sentence(
    "Gemini ha cortado el mensaje antes de terminarlo. Vuelve a intentarlo.",
    "Gemini cut the message before it was finished. Try again.",
)
STOPPED = Sentence(
    "Gemini ha dejado de escribir el mensaje sin decir por qué. Vuelve a intentarlo.",
    "Gemini stopped writing the message without saying why. Try again.",
)
EMPTY = Sentence(
    "Gemini ha respondido sin ningún texto. Vuelve a intentarlo.",
    "Gemini answered without any text. Try again.",
)
NOT_JSON = Sentence(
    "Gemini ha respondido en un formato que no es JSON. Vuelve a intentarlo.",
    "Gemini answered in a format that is not JSON. Try again.",
)
WRONG_FORM = Sentence(
    "La respuesta de Gemini no tiene la forma pedida. Vuelve a intentarlo.",
    "Gemini's answer does not have the form that was asked for. Try again.",
)
NO_BODY = Sentence(
    "Gemini ha dejado vacío el texto del mensaje. Vuelve a intentarlo.",
    "Gemini left the text of the message empty. Try again.",
)
NO_SUBJECT = Sentence(
    "Gemini ha dejado vacío el asunto. Vuelve a intentarlo.",
    "Gemini left the subject empty. Try again.",
)

_FINISHED = {None, "STOP", "FINISH_REASON_UNSPECIFIED"}
_CUT_SHORT = {"MAX_TOKENS", "CONTINUATION"}
_BLOCKING = {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE", "MODEL_ARMOR"}


def _writable(text: str) -> str:
    """Refuses half a surrogate pair, which JSON can spell and no encoding can write."""
    text.encode()
    return text


_Text = Annotated[str, AfterValidator(_writable)]


class _Claim(BaseModel):
    text: _Text
    facts: list[_Text] = []


class _Answer(BaseModel):
    subject: _Text | None = None
    body: _Text
    claims: list[_Claim] = []


def read_answer(
    response: types.GenerateContentResponse, request: WritingRequest
) -> tuple[Draft, tuple[WrittenClaim, ...]]:
    """The draft, in NFC, and the claims that `response` to `request` holds.

    Claims in words that the text does not have are dropped, and so are ids of facts that do not exist. Raises
    UpstreamFailedError with one of the sentences above.
    """
    answer = _parsed(_text(_finished(response)))
    body, subject = _clean(answer.body), _clean(answer.subject or "")
    if not body:
        raise UpstreamFailedError(NO_BODY)
    if request.format.has_subject and not subject:
        raise UpstreamFailedError(NO_SUBJECT)
    draft = Draft(subject=subject if request.format.has_subject else None, body=body)
    return draft, _claims(answer, draft, {fact.id for fact in request.facts})


def _clean(text: str) -> str:
    return normalized(text).strip()


def _claims(answer: _Answer, draft: Draft, known: set[str]) -> tuple[WrittenClaim, ...]:
    text = f"{draft.subject or ''}\n{draft.body}"
    listed = [(_clean(claim.text), claim.facts) for claim in answer.claims]
    return tuple(
        WrittenClaim(words, tuple(fact for fact in facts if fact in known))
        for words, facts in listed
        if words and words in text
    )


def _finished(response: types.GenerateContentResponse) -> types.Candidate:
    """The first candidate, if it was neither blocked nor cut."""
    feedback = response.prompt_feedback
    if feedback is not None and feedback.block_reason is not None:
        raise UpstreamFailedError(BLOCKED)
    if not response.candidates:
        raise UpstreamFailedError(EMPTY)
    candidate = response.candidates[0]
    reason = candidate.finish_reason.value if candidate.finish_reason else None
    if reason in _CUT_SHORT:
        raise UpstreamFailedError(CUT)
    if reason in _BLOCKING:
        raise UpstreamFailedError(BLOCKED)
    if reason not in _FINISHED:
        raise UpstreamFailedError(STOPPED)
    return candidate


def _text(candidate: types.Candidate) -> str:
    """The candidate's text without the model's thoughts."""
    parts = (candidate.content.parts if candidate.content else None) or []
    text = "".join(part.text for part in parts if part.text and not part.thought)
    if not text.strip():
        raise UpstreamFailedError(EMPTY)
    return text


def _parsed(text: str) -> _Answer:
    try:
        content = json.loads(text)
    except ValueError:
        raise UpstreamFailedError(NOT_JSON) from None
    try:
        return _Answer.model_validate(content)
    except ValidationError:
        raise UpstreamFailedError(WRONG_FORM) from None
