"""LinkedIn addresses: one profile has one address, and nothing else passes for one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from shared.domain.linkedin_url import canonical_linkedin_url

LUCIA = "https://www.linkedin.com/in/lucia-ferrer"


@pytest.mark.parametrize(
    "spelling",
    [
        LUCIA,
        "https://www.linkedin.com/in/lucia-ferrer/",
        "https://es.linkedin.com/in/lucia-ferrer?trk=x",
        "https://mx.linkedin.com/in/lucia-ferrer#experience",
        "https://m.linkedin.com/in/lucia-ferrer",
        "http://linkedin.com/in/lucia-ferrer",
        "HTTPS://WWW.LINKEDIN.COM/IN/Lucia-Ferrer",
        "linkedin.com/in/lucia-ferrer",
        "www.linkedin.com/in/lucia-ferrer/es",
        "//www.linkedin.com/in/lucia-ferrer",
        "https://www.linkedin.com/in/lucia-ferrer/details/experience/?locale=es_ES",
        "https://www.linkedin.com/comm/in/lucia-ferrer?midToken=AQ",
        "https://www.linkedin.com//in/lucia-ferrer",
        "https://www.linkedin.com/pub/lucia-ferrer",
        "  https://www.linkedin.com/in/lucia-ferrer\n",
    ],
)
def test_every_spelling_of_a_profile_is_the_same_address(spelling):
    assert canonical_linkedin_url(spelling) == LUCIA


@pytest.mark.parametrize(
    "spelling",
    [
        "https://www.linkedin.com/in/jos%C3%A9-n%C3%BA%C3%B1ez",
        "linkedin.com/in/José-Núñez",
        "linkedin.com/in/jose\u0301-núñez",
    ],
)
def test_accents_are_decoded_and_composed(spelling):
    assert canonical_linkedin_url(spelling) == "https://www.linkedin.com/in/josé-núñez"


def test_an_old_public_address_leads_to_the_name_that_linkedin_gave_it_later():
    old = "https://sy.linkedin.com/pub/ana-example/a7/576/b50?trk=biz"
    assert canonical_linkedin_url(old) == "https://www.linkedin.com/in/ana-example-b50576a7"


def test_short_numbers_of_an_old_public_address_are_filled_up():
    assert canonical_linkedin_url("linkedin.com/pub/ana/1/2b/c") == "https://www.linkedin.com/in/ana-00c02b1"


@pytest.mark.parametrize(
    "spelling",
    [
        "https://www.linkedin.com/sales/lead/ACwAAAbC-1_x,NAME_SEARCH,q1Z",
        "https://www.linkedin.com/sales/people/ACwAAAbC-1_x,name,q1Z?_ntb=1",
        "https://www.linkedin.com/sales/lead/ACwAAAbC-1_x%2CNAME_SEARCH%2Cq1Z",
        "https://www.linkedin.com/in/ACwAAAbC-1_x/",
    ],
)
def test_a_sales_navigator_lead_keeps_the_case_of_its_id(spelling):
    assert canonical_linkedin_url(spelling) == "https://www.linkedin.com/in/ACwAAAbC-1_x"


def test_a_member_id_is_no_other_members_id_in_lower_case():
    one, other = (canonical_linkedin_url(f"linkedin.com/in/ACoAAB{end}") for end in ("xY", "xy"))
    assert one != other


@pytest.mark.parametrize("name", ["иван-петров", "王小明", "やまだ-太郎", "محمد-رضا", "ana-🌍-ruiz", "o’neill"])
def test_names_of_any_script_pass(name):
    assert canonical_linkedin_url(f"https://www.linkedin.com/in/{name}").endswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lucia-ferrer",
        "https://www.linkedin.com",
        "https://www.linkedin.com/in/",
        "https://www.linkedin.com/in/..",
        "https://www.linkedin.com/in/%2e%2e/company",
        "https://www.linkedin.com/in/../company/acme",
        "https://www.linkedin.com/company/acme",
        "https://www.linkedin.com/school/acme",
        "https://www.linkedin.com/feed/",
        "https://www.linkedin.com/pub/dir/Ana/Ruiz",
        "https://www.linkedin.com/sales/lead/12345,NAME,x",
        "https://www.linkedin.com/sales/company/ACwAAAx",
        "https://linkedin.com.evil.com/in/lucia-ferrer",
        "https://evil.com/linkedin.com/in/lucia-ferrer",
        "https://evil.com?https://www.linkedin.com/in/lucia-ferrer",
        "https://linkedln.com/in/lucia-ferrer",
        "https://notlinkedin.com/in/lucia-ferrer",
        "https://business.linkedin.com/in/lucia-ferrer",
        "https://www.linkedin.com:443/in/lucia-ferrer",
        "https://www.linkedin.com:8080/in/lucia-ferrer",
        "https://ana@www.linkedin.com/in/lucia-ferrer",
        "https://www.linkedin.com@evil.com/in/lucia-ferrer",
        "https://www.linkedin.com\\@evil.com/in/lucia-ferrer",
        "https:\\\\www.linkedin.com\\in\\lucia-ferrer",
        "javascript:alert(1)",
        "javascript://www.linkedin.com/in/lucia-ferrer",
        "ftp://www.linkedin.com/in/lucia-ferrer",
        "https://www.lin\u212aedin.com/in/lucia-ferrer",  # the Kelvin sign
        "https://www.l\u0456nkedin.com/in/lucia-ferrer",  # a Cyrillic i
        "https://www.linkedin.com/in/luc\u0456a-ferrer",
        "https://www.linkedin.com/in/\u0430\u0441\u0435",  # nothing but Cyrillic letters drawn as Latin ones
        "https://www.linkedin.com/in/ｌｕｃｉａ",
        "https://www.ｌinkedin.com/in/lucia",
        "https://www.linkedin.com/in/lucia\u202eferrer",
        "https://www.linkedin.com/in/lucia\u200bferrer",
        "https://www.linkedin.com/in/lucia\x00ferrer",
        "https://www.linkedin.com/in/lucia%0d%0aferrer",
        "https://www.linkedin.com/in/lucia%2Fferrer",
        "https://www.linkedin.com/in/lucia%2520ferrer",
        "https://www.linkedin.com/in/lucia%ff",
        "https://www.linkedin.com/in/<script>",
        "https://www.linkedin.com/in/lucia ferrer",
        "https://www.linkedin.com/in/lucia-ferrer?a\nb",
        "https://www.linkedin.com/in/" + "a" * 201,
        "https://www.linkedin.com/in/lucia?" + "a" * 2000,
    ],
)
def test_what_only_looks_like_a_profile_is_refused(text):
    with pytest.raises(PydanticCustomError) as refused:
        canonical_linkedin_url(text)
    assert refused.value.type == "linkedin_url"
    assert not text or text not in refused.value.message()


ADDRESS_PARTS = st.sampled_from(
    [
        "https://",
        "http://",
        "www.",
        "es.",
        "linkedin.com",
        "/",
        "in",
        "pub",
        "sales",
        "lead",
        "İ",
        "ẞ",
        "ΑΣ",
        "e\u0301",
        "%C3%A9",
        "ACoAA",
        "1",
        "a-b",
        "?",
        "#",
    ]
)


@given(
    st.text() | st.lists(ADDRESS_PARTS | st.text(max_size=3)).map("".join) | st.text().map("linkedin.com/in/{}".format)
)
@example("linkedin.com/in/İ")
@example("linkedin.com/in/\ud800")
def test_any_text_is_refused_or_becomes_an_address_that_stays_as_it_is(text):
    try:
        address = canonical_linkedin_url(text)
    except PydanticCustomError:
        return
    assert canonical_linkedin_url(address) == address
    assert address.startswith("https://www.linkedin.com/in/")
