"""Finding a person by name or address, as somebody does who is asked what is known of them."""

from typing import Any

from tests.api.product.caller import GENERATION, Caller

PERSON: dict[str, Any] = {
    "full_name": "Íñigo Zubizarreta Ochoa",
    "title": "Director de Operaciones",
    "company": "Forjas del Deba",
    "email": "inigo@forjasdeba.example",
    "linkedin_url": "https://www.linkedin.com/in/inigo-zubizarreta",
}


def test_a_person_is_found_by_name_and_company_by_email_and_by_profile(caller: Caller) -> None:
    caller.post("/v1/generations", GENERATION | {"prospect": PERSON})
    for typed in ("inigo zubi", "FORJAS deba", "Inigo@ForjasDeba.example", "es.linkedin.com/in/inigo-zubizarreta?x=1"):
        found = caller.get("/v1/prospects", query_string={"q": typed}).get_json()
        assert [one["full_name"] for one in found["items"]] == [PERSON["full_name"]], typed


def test_an_address_that_nobody_has_finds_nobody(caller: Caller) -> None:
    for typed in ("nadie@forjasdeba.example", "linkedin.com/in/nadie-de-nadie", "Zzyzx"):
        assert caller.get("/v1/prospects", query_string={"q": typed}).get_json()["items"] == []


def test_what_is_too_long_to_be_a_name_is_refused(caller: Caller) -> None:
    assert caller.get("/v1/prospects", query_string={"q": "a" * 500}).status_code == 422
