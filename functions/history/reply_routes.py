"""Answers, read for what they are."""

from shared.api.app import Api
from shared.bootstrap import Services
from shared.domain.principal import Permission, Principal
from shared.domain.reply import ReplyReading
from shared.services.read_reply import Reply


def add_replies(api: Api, services: Services) -> None:
    """Add the routes of answers."""

    @api.post("/v1/replies", permission=Permission.EDIT_MESSAGES, answers={200: ReplyReading}, tag="replies")
    def read_reply(principal: Principal, body: Reply) -> ReplyReading:
        """Read an answer by its headers and words: interest, refusal, absence, a machine, a wish not to be written to.

        With a `message_id` the outcome is noted there, and who unsubscribes is suppressed at once on every channel;
        without one nothing is stored. The text itself is never kept.
        """
        return services.read_reply(principal, body)
