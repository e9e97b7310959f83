"""The verb forms that tell how Spanish addresses its reader: what tú, vos and usted say, and what tú and vos share.

Spanish verbs are regular enough to be conjugated here from their infinitives (`spanish_verbs.txt` of the gate's
lexicons); the few that are not bring their own forms (`spanish_irregular_verbs.json`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from shared.gate.lexicon import table, word_list

_CHANGES = {"ie": ("e", "ie"), "ue": ("o", "ue"), "i": ("e", "i"), "í": ("i", "í"), "ú": ("u", "ú")}
_BEFORE_E = (("c", "qu"), ("g", "gu"), ("z", "c"))
_BEFORE_A = (("qu", "c"), ("gu", "g"), ("g", "j"))
_VOWELS = "aeiouáéíóú"
_SHORT_PASTS = {"fuiste": "fue", "diste": "dio", "viste": "vio", "previste": "previó"}
_SHORT_PASTS_OF_YO = {"fuiste": "fui", "diste": "di", "viste": "vi", "previste": "preví"}
_ACCENTED = str.maketrans("aeiou", "áéíóú")


@dataclass(frozen=True)
class VerbForms:
    """The forms of one verb, in the second person but for `usted` (present) and `usted_imperative`.

    `shared` are those that tú and vos have in common, `vosotros` those of the plural in Spain. `past`, `imperfect`,
    `future` and `conditional` are third persons, as `usted` is in the present and `usted_imperative` in the
    subjunctive; `first_persons` are those of yo and nosotros that are no third person too.
    """

    infinitive: str
    tu: str
    vos: str
    usted: str
    tu_imperative: str
    vos_imperative: str
    usted_imperative: str
    shared: tuple[str, ...]
    vosotros: tuple[str, ...]
    past: str
    imperfect: str
    future: str
    conditional: str
    past_subjunctive: str
    first_persons: tuple[str, ...]
    participle: str
    gerund: str


@cache
def verbs() -> tuple[VerbForms, ...]:
    """The forms of every verb that the gate knows."""
    irregular: dict[str, dict[str, str]] = table("spanish_irregular_verbs")
    regular = [entry.split() for entry in word_list("spanish_verbs")]
    known = {name: list[str]() for name in irregular} | {infinitive: change for infinitive, *change in regular}
    return tuple(_conjugated(name, "".join(change), irregular.get(name, {})) for name, change in known.items())


def _conjugated(infinitive: str, change: str, own: dict[str, str]) -> VerbForms:
    stem, ending = infinitive[:-2], infinitive[-2:].replace("í", "i")
    stressed = _stressed(stem, change, ending)
    theme = "a" if ending == "ar" else "e"
    usted = own.get("el", stressed + theme)
    subjunctive = own.get("subjunctive_stem") or _subjunctive(stressed, ending)
    past = _past(stem, change, ending, own.get("preterite"))
    vos = own["tu"] if infinitive in ("ser", "ir", "haber", "dar", "ver", "prever") else _vos(stem, ending)
    return VerbForms(
        infinitive=infinitive,
        tu=own.get("tu", usted + "s"),
        vos="sos" if infinitive == "ser" else vos,
        usted=usted,
        tu_imperative=own.get("imperative", usted),
        vos_imperative=vos[:-1] if vos.endswith(("ás", "és", "ís")) else "",
        usted_imperative=subjunctive,
        shared=(*_shared(stem, ending, subjunctive, own), _past_subjunctive(past) + "s"),
        vosotros=tuple(_vosotros(stem, ending, own)),
        past=past,
        imperfect=_imperfect(stem, ending, own)[:-1],
        future=own.get("future", stem + ending) + "á",
        conditional=own.get("future", stem + ending) + "ía",
        past_subjunctive=_past_subjunctive(past),
        first_persons=tuple(_first_persons(infinitive, stressed, subjunctive, own)),
        participle=own.get("participle") or _participle(stem, ending),
        gerund=own.get("gerund") or _gerund(stem, change, ending),
    )


def _stressed(stem: str, change: str, ending: str) -> str:
    """The stem under stress: cont- becomes cuent-, constru- becomes construy-."""
    if change:
        old, new = _CHANGES[change]
        before, _, behind = stem.rpartition(old)
        stem = before + new + behind
    return stem + "y" if ending == "ir" and stem.endswith("u") and not stem.endswith(("gu", "qu")) else stem


def _subjunctive(stressed: str, ending: str) -> str:
    """The third person of the present subjunctive, which usted's imperative is."""
    if ending == "ar":
        return _respelled(stressed, _BEFORE_E) + "e"
    if stressed.endswith("c") and stressed[-2] in _VOWELS:
        return stressed[:-1] + "zca"
    if stressed.endswith("c"):
        return stressed[:-1] + "za"
    return _respelled(stressed, _BEFORE_A) + "a"


def _respelled(stem: str, spellings: tuple[tuple[str, str], ...]) -> str:
    for old, new in spellings:
        if stem.endswith(old):
            return stem[: -len(old)] + new
    return stem


def _vos(stem: str, ending: str) -> str:
    return stem + {"ar": "ás", "er": "és", "ir": "ís"}[ending]


def _shared(stem: str, ending: str, subjunctive: str, own: dict[str, str]) -> Iterator[str]:
    """What tú and vos have in common: past, imperfect, future, conditional, subjunctive."""
    yield own.get("preterite", stem + ("aste" if ending == "ar" else "iste"))
    yield _imperfect(stem, ending, own)
    future = own.get("future", stem + ending)
    yield from (future + "ás", future + "ías", subjunctive + "s")


def _imperfect(stem: str, ending: str, own: dict[str, str]) -> str:
    """The second person of the imperfect: contabas, vendías."""
    return own.get("imperfect", stem + ("abas" if ending == "ar" else "ías"))


def _first_persons(infinitive: str, stressed: str, subjunctive: str, own: dict[str, str]) -> Iterator[str]:
    """Of the present, the past and the future; the imperfect and the conditional of nosotros alone."""
    stem, ending = infinitive[:-2], infinitive[-2:].replace("í", "i")
    yield own.get("yo") or (stressed if ending == "ar" else subjunctive[:-1]) + "o"
    yield from _pasts_of_ours(stem, ending, own.get("preterite"))
    yield own.get("nosotros", stem + {"ar": "amos", "er": "emos", "ir": "imos"}[ending])
    yield re.sub("[aeií](b|r|)as$", _of_ours, _imperfect(stem, ending, own))
    future = own.get("future", stem + ending)
    yield from (future + "é", future + "emos", future + "íamos")


def _pasts_of_ours(stem: str, ending: str, own: str | None) -> Iterator[str]:
    """Conté, contamos; vendí, vendimos; tuve, tuvimos of their own stems."""
    if own and own not in _SHORT_PASTS and "í" not in own and own[:-4] != stem:
        yield from (own[:-4] + "e", own[:-4] + "imos")
    elif ending == "ar" and own in (None, stem + "aste"):
        yield _respelled(stem, _BEFORE_E) + "é"
    else:
        yield from (_SHORT_PASTS_OF_YO.get(own or "") or stem + "í", (own or stem + "iste")[:-3] + "mos")


def _of_ours(ending: re.Match[str]) -> str:
    """Of abas, ías, eras, ibas: ábamos, íamos, éramos, íbamos."""
    return ending.group()[0].translate(_ACCENTED) + ending.group()[1:-1] + "mos"


def _participle(stem: str, ending: str) -> str:
    """Contado, vendido, leído."""
    if ending == "ar":
        return stem + "ado"
    return stem + ("ído" if stem.endswith(("a", "e", "o")) else "ido")


def _gerund(stem: str, change: str, ending: str) -> str:
    """Contando, vendiendo, pidiendo, durmiendo, leyendo."""
    if ending == "ar":
        return stem + "ando"
    if ending == "ir" and change in ("ie", "i", "ue"):
        before, _, behind = stem.rpartition("o" if change == "ue" else "e")
        stem = before + ("u" if change == "ue" else "i") + behind
    return stem + ("yendo" if stem[-1:] in "aeou" and not stem.endswith(("gu", "qu")) else "iendo")


def _vosotros(stem: str, ending: str, own: dict[str, str]) -> Iterator[str]:
    """What is vosotros alone: present ("decís" of -ir is vos too), past, future, conditional."""
    if ending != "ir":
        yield stem + {"ar": "áis", "er": "éis"}[ending]
    yield own.get("preterite", stem + ("aste" if ending == "ar" else "iste")) + "is"
    future = own.get("future", stem + ending)
    yield from (future + "éis", future + "íais")


def _past(stem: str, change: str, ending: str, own: str | None) -> str:
    """The third person of the past: contó, vendió; pidió and prefirió, durmió; leyó; hizo, dijo of their own stems."""
    if own in _SHORT_PASTS:
        return _SHORT_PASTS[own]
    if own and "í" not in own and own[:-4] != stem:
        return (own[:-4] + "o").replace("hico", "hizo")
    if ending == "ar":
        return stem + "ó"
    if ending == "ir" and change in ("ie", "i", "ue"):
        before, _, behind = stem.rpartition("o" if change == "ue" else "e")
        stem = before + ("u" if change == "ue" else "i") + behind
    return stem + ("yó" if stem[-1] in "aeou" and not stem.endswith(("gu", "qu")) else "ió")


def _past_subjunctive(past: str) -> str:
    """The third person of the past subjunctive, from that of the past: contara, pidiera, hiciera, dijera, fuera."""
    if past in ("fue", "vio", "dio"):
        return {"fue": "fuera", "vio": "viera", "dio": "diera"}[past]
    if past.endswith("ió"):
        return past[:-1] + "era"
    stem = past[:-1].replace("hiz", "hic")
    return stem + ("ara" if past.endswith("ó") and not past.endswith("yó") else "era" if stem[-1] in "jy" else "iera")


def with_pronoun(imperative: str, pronoun: str) -> str:
    """An imperative with a pronoun behind it and the accent that it then needs: cuenta + me is cuéntame."""
    if re.search("[áéíóú]", imperative):
        return imperative + pronoun
    nuclei = list(re.finditer(r"[iu]?[aeo][iu]?|[iu]+", imperative))
    stressed = nuclei[-2] if len(nuclei) > 1 and imperative[-1] in "aeo" else nuclei[-1]
    if len(nuclei) == 1 and len(re.findall("[aeiou]", pronoun)) == 1:
        return imperative + pronoun
    place = stressed.start() + next((i for i, letter in enumerate(stressed.group()) if letter in "aeo"), 0)
    return imperative[:place] + imperative[place].translate(_ACCENTED) + imperative[place + 1 :] + pronoun
