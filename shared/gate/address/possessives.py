"""Su and sus where they mean the reader: behind "vi", "leí", or where nobody else could be meant."""

import re
from collections.abc import Iterator

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.greeted import is_greeted
from shared.gate.address.openers import TOLD_BY_ME
from shared.gate.address.others import somebody_else_before
from shared.gate.address.words import addresses
from shared.gate.lexicon import one_of, table
from shared.gate.reading import Passage

_SU = lazy_pattern(r"\bsus?\b(?:\s(?P<noun>\w+))?")
_SUYO = lazy_pattern(r"\bsuy[oa]s?\b")
_OWNER = lazy_pattern(
    r"(?<!\ba )(?<!\ben )(?<!\bde )(?<!\bcon )(?<!\bpor )(?<!\bsobre )(?<!\bpara )\b(?:el|la|los|las|un|una|unos|unas"
    r"|est[eao]s?|es[eao]s?|nuestr[oa]s?|mis?|tus?|cada|otr[oa]s?|vuestr[oa]s?|algun\w*|\d+) \w"
)
_SET_PHRASES = frozenset("lugar momento mayoria conjunto totalidad vez defecto mejor peor propio propia".split())
_OF_SEVERAL = lazy_pattern(r"\b\w{2,}(?:an|en|on)\b")
_SEEN_BY_ME = lazy_pattern(rf"\b{one_of('usted', 'seen_by_me')}\b[^.!?\n]{{0,60}}$")
_OURS = lazy_pattern(r"\b(?:nuestr[oa]s?|mis?) \w")
_THIRD_PARTY = lazy_pattern(rf"\b{one_of('usted', 'third_parties')}\b")
_SUBJECT_FIRST = lazy_pattern(r"\W*(?:\w+[,:] )?(?:el|la|este|esta|ese|esa|un|una) \w+")
_AS_FAR_BACK = 160
_SOMEBODY = lazy_pattern(r"\b(?:alguien|nadie|cualquiera|la gente|uno mismo)\b")
_LIKE_THEIRS = lazy_pattern(r"\bcomo (?:el|la|los|las) $")
_TOLD_BY_ME = lazy_pattern(
    rf"\b(?:{'|'.join(sorted(TOLD_BY_ME))}) (?:cómo|qué|cuánto|cuándo|por qué) (?:\w+ )?\w+ó\b[^.!?\n]*$"
)
_BEGINS_QUESTION = lazy_pattern(r"¿\s?(?:y |pero |entonces |acaso |no )?(?:\w+(?:an|en|on) )?$")
_ONE_OF_THEM = lazy_pattern(r"\b(?:alguien|nadie|persona|gente|quien|uno|una|colega|companer[oa]) (?:\w+ )?(?:de|en) $")
_ASKED_WHO = lazy_pattern(r"\bquien(?:es)? .*\b(?:en|de|por|dentro de|fuera de) $")
_PLACES_OF_WORK = frozenset(
    "equipo empresa departamento area planta organizacion compania casa oficina negocio tienda".split()
)
"""Where the reader works: "¿quién lo lleva en su equipo?" asks nobody but the reader."""
_PASSED_ON = lazy_pattern(
    r"\b(?:pas|mand|envi|compart|ensen|muestr|mostr|present|cuent|cont|d|rob|copi|adelant)"
    r"(?:o|e|es|a|as|as?me|ar?te|arle|ir(?:te|le)?|imos|amos|emos)\b[^?¿]{0,30}$"
)
"""What is done with something of somebody's of whom was just told: "¿te paso sus números?"."""
_TO_BE_PASSED_ON = frozenset("contacto nombre telefono numero tarjeta".split())
"""What I may be given, or give, of somebody spoken of just before."""
_OF_EVERYBODY = frozenset("vida casa juventud infancia familia tiempo primer ultimo propia propio sitio lugar".split())
"""What somebody has of their own, so that they are not one of the reader's: "alguien en su vida"."""
_OF_USE_TO_ME = lazy_pattern(r"sus? \w+(?: \w+)? (?:me|nos) (?:ayud|interes|vend|serv|sirv|import|gust|encant)")
_WAITED_FOR = lazy_pattern(
    r"\b(?:aguard(?:o|amos)|esper(?:o|amos)|agrade(?:zco|cemos|ceria|ceriamos)(?: (?:de antemano|mucho))?"
    r"|(?:atent|pendiente)\w* (?:a|de)|a la espera de|gracias por) $"
)
"""What I wait or thank for: "aguardo su confirmación", "quedo atento a su respuesta"."""
_IMAGINED = lazy_pattern(r"\bme (?:imagino|figuro|vendria bien|interesa|importa|ayuda)\b[^,.;]{0,30}$")


def possessives_of_usted(passage: Passage) -> Iterator[Evidence]:
    """The places in `passage` where su, sus means the reader."""
    for stretch in passage.sentences:
        sentence = passage.folded[stretch.start : stretch.end]
        for match in _SU.finditer(sentence):
            start = stretch.start + match.start()
            if (
                _is_asked_about(sentence[: match.start()], match["noun"])
                or _OF_USE_TO_ME.match(sentence, match.start())
                or _WAITED_FOR.search(sentence, 0, match.start())
                or _means_reader(passage, stretch.start, sentence, match)
                or _has_no_other_owner(passage, sentence, match, start)
            ):
                yield Evidence(Address.USTED, start, start + len(match.group().split()[0]))
        yield from _theirs(passage, stretch.start, sentence)


def _is_asked_about(before: str, noun: str | None) -> bool:
    """Whether a question begins with it ("¿su caso es parecido?"), or it is said of one of the reader's own people."""
    if noun not in _OF_EVERYBODY and _ONE_OF_THEM.search(before):
        return True
    if noun in _PLACES_OF_WORK and _ASKED_WHO.search(before):
        return True
    return any(pattern.search(before) for pattern in (_BEGINS_QUESTION, _IMAGINED))


def _theirs(passage: Passage, offset: int, sentence: str) -> Iterator[Evidence]:
    """Suyo and its like where nobody else was spoken of."""
    for match in _SUYO.finditer(sentence):
        start = offset + match.start()
        if _LIKE_THEIRS.search(sentence, 0, match.start()) or not somebody_else_before(
            passage, start, sentences=1 if _speaks_to_reader(passage, offset, sentence) else 2, plural=True
        ):
            yield Evidence(Address.USTED, start, offset + match.end())


def _speaks_to_reader(passage: Passage, offset: int, sentence: str) -> bool:
    """Whether the sentence has a word that says tú or vos, or asks something."""
    words = passage.words_between(offset, offset + len(sentence))
    return "¿" in sentence or any(addresses(word.text.lower()) for word in words)


def _has_no_other_owner(passage: Passage, sentence: str, match: re.Match[str], start: int) -> bool:
    """Whether no noun stands before it in its clause, and nobody else in its sentence and the one before."""
    clause = re.split(r"[:;¿]|, y ", sentence[: match.start()])[-1]
    if match["noun"] in _SET_PHRASES or _OWNER.search(clause) or _OF_SEVERAL.search(sentence, 0, match.start()):
        return False
    if _TOLD_BY_ME.search(passage.text.lower(), max(0, start - _AS_FAR_BACK), start):
        return False
    if match["noun"] in _TO_BE_PASSED_ON:
        return not somebody_else_before(passage, start, sentences=2, plural=True)
    return not somebody_else_before(passage, start, sentences=_sentences(sentence, match.start()), plural=True)


def _sentences(sentence: str, end: int) -> int:
    """In how many sentences another owner may stand: a question looks in itself, unless I would be given it."""
    is_asked = sentence.rfind("¿", 0, end) > sentence.rfind("?", 0, end)
    return 1 if is_asked and not _PASSED_ON.search(sentence, 0, end) else 2


def _means_reader(passage: Passage, offset: int, sentence: str, match: re.Match[str]) -> bool:
    before = sentence[: match.start()]
    if (
        _SOMEBODY.search(before)
        or _THIRD_PARTY.search(before)
        or _OURS.search(before)
        or _names_somebody(passage, offset, offset + match.start())
    ):
        return False
    if _SEEN_BY_ME.search(before):
        return True
    if match["noun"] not in table("usted")["readers_own"] or _SUBJECT_FIRST.match(before):
        return False
    begins_sentence = not before.strip(" ¿¡")
    return not (begins_sentence and _THIRD_PARTY.search(passage.folded, max(0, offset - _AS_FAR_BACK), offset))


def _names_somebody(passage: Passage, start: int, end: int) -> bool:
    """Whether a name stands inside the sentence before `end`: its owner may be meant."""
    words = passage.words_between(start, end)[1:]
    return any(word.capitalised and not is_greeted(passage, word) for word in words)
