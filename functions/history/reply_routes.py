"""Answers, read for what they are."""

from shared.api.app import Answer, Api
from shared.bootstrap import Services
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal
from shared.domain.reply import ReplyReading
from shared.services.read_reply import Reply


def add_replies(api: Api, services: Services) -> None:
    """Add the routes of answers."""

    def reading_again(_principal: Principal, reading: str) -> ReplyReading:
        return ReplyReading.model_validate_json(reading)

    @api.post(
        "/v1/replies",
        permission=Permission.EDIT_MESSAGES,
        answers={200: ReplyReading},
        replay=reading_again,
        tag="replies",
    )
    def read_reply(principal: Principal, body: Reply, claim: Claim) -> Answer:  # noqa: ARG001  a reply has an id of its own
        """Read an answer by its headers and words: interest, refusal, absence, a machine, a wish not to be written to.

        With a `message_id` the outcome is noted there, and who unsubscribes is suppressed at once on every channel;
        without one nothing is stored. The text itself is never kept.
        """
        reading = services.read_reply(principal, body)
        return Answer(reading, remember=reading.model_dump_json())
