"""Which true paraphrases a wording holds, told from the slots that it uses.

A slot's name says what its value stands for ("co" is the company without its suffix, "days_u" the days in another
unit); it is a paraphrase for a person only if its value differs from what that person's facts have. What no slot
shows (a post in other words, vosotros for a team) the sources say themselves, in `holds`.
"""

import re
from collections.abc import Iterable, Mapping

_ALWAYS = {
    "surname_greeting": "sur sur_x",
    "demonym": "dem",
    "duration_from_dates": "dur dur2 old_dur both house_dur age oldest_age founded_w",
    "date_form": "since_m launch_w launch_m",
    "event_from_custom": "event_s de_event event_sh award_s round_s",
    "translated_post": "h_en",
    "unit_change": "days_w quotes_y orders_y inv_y cot_y pos_m hires_m ratio_p",
    "sum_or_difference": (
        "spend_d spend_dw spend_cut rest rest_w cut_w rev_d rot_d useless old_subs goal_d bill_d bill_dw lost lost_w "
        "talk_u half_w late_w"
    ),
}
_IF_DIFFERENT = {
    "company_suffix": (("co", "company"),),
    "company_short": (("co_s", "co"),),
    "transliteration": (("co_x", "co"), ("sur_x", "sur")),
    "school_short": tuple(
        (short, school)
        for school in ("school", "school2", "adj")
        for short in (f"{school}_s", f"{school}_a", f"de_{school}")
    ),
    "title_abbreviation": (("title_a", "title"), ("title_en", "title")),
    "translated_title": (("title_t", "title"),),
    "inflected_title": (("title_v", "title"), ("title_o", "title")),
    "technology_alias": tuple(
        (f"{name}_s", name) for name in "tech2 stack cloud db hris platform tms wms erp crm system".split()
    ),
    "product_short": (("brand_s", "brand"),),
}
_PLACES = {
    "other_place_name": (("city_s", "city"), ("old_city_s", "old_city")),
    "region": (("reg", "city"), ("reg", "prov"), ("reg", "country")),
}
_NUMBER_SLOT = re.compile(r"(?!launch_w|days_w|founded_w)\w+_[wr]")
_ROUNDED = re.compile(
    r"(más de|casi|menos de|uno?s|unas|algo más|una? \w+ena|medio|un millón y|over|more than|nearly|almost|under|"
    r"fewer|about|just over|well over|less than)\b",
    re.IGNORECASE,
)
_ALIASES = re.compile(r"\b(K8s|GCP|AWS|GA4|JS|repos|RR\. HH)\b")


def held(used: Iterable[str], slots: Mapping[str, str], text: str) -> set[str]:
    """The paraphrases in a text that was filled in with the slots named in `used`."""
    names = {name[0].lower() + name[1:] for name in used}
    found = {kind for kind, always in _ALWAYS.items() if names & set(always.split())}
    found |= {kind for kind, pairs in _IF_DIFFERENT.items() if _any_differs(pairs, names, slots)}
    found |= {kind for kind, pairs in _PLACES.items() if _is_elsewhere(pairs, names, slots)}
    found |= {_number(slots[name]) for name in names if _NUMBER_SLOT.fullmatch(name)}
    found |= {"unit_change" for name in names if name.endswith("_u")}
    if _ALIASES.search(text):
        found.add("technology_alias")
    if any(_is_profession(name, slots) for name in names):
        found.add("profession_from_degree")
    return found


def _any_differs(pairs: Iterable[tuple[str, str]], names: set[str], slots: Mapping[str, str]) -> bool:
    compared = [(slots[said], slots[stated]) for said, stated in pairs if said in names and stated in slots]
    return any(said.casefold() != stated.casefold() for said, stated in compared)


def _is_elsewhere(pairs: Iterable[tuple[str, str]], names: set[str], slots: Mapping[str, str]) -> bool:
    """Whether a place is said in words that none of the stated ones holds."""
    said = {slots[short] for short, _ in pairs if short in names}
    stated = " ".join(slots[whole] for _, whole in pairs if whole in slots)
    return any(place not in stated for place in said)


def _number(value: str) -> str:
    return "rounding" if _ROUNDED.match(value) else "number_form"


def _is_profession(name: str, slots: Mapping[str, str]) -> bool:
    """Whether the slot is a profession that the profile does not state in so many words."""
    return name in ("prof", "prof_an", "a_prof") and slots[name] not in slots.get("prof_cap", "").lower()
