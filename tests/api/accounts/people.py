"""People who sign in with the laptop's own issuer, in front of the real functions."""

from shared.bootstrap import Services
from shared.prompts.demo_people import LocalPerson, local_person
from tests.api.product.caller import Caller
from tests.api.product.conftest import caller_of

ADDRESS = "http://localhost:8080/auth"


def signed_in(services: Services, subject: str) -> Caller:
    """The person with a fresh token; somebody in no workspace if the demo does not know them."""
    assert services.local_issuer is not None
    person = local_person(subject) or LocalPerson(subject, subject.title(), None)
    return caller_of(services, services.local_issuer().token(person, ADDRESS))


def id_of(subject: str) -> str:
    """The member's id of that person."""
    return LocalPerson(subject, subject, None).id
