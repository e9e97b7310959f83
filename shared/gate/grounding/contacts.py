"""That we met, spoke, or were sent by somebody: only a column of the user's own can tell that."""

from collections.abc import Iterator

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.grounding.finding import UNSUPPORTED, Finding
from shared.gate.grounding.keys import content_words, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.somebody import is_told_of_somebody
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.words import tokens_of

_WHEN = r"(?:ayer|anoche|anteayer|hace|la semana pasada|el mes pasado|el ano pasado|por telefono|en persona|brevemente)"
_TOLD = r"(?:comentas|contas|dijis|pedis|mencionas|explicas|recomendas|preguntas|confesas|escribis)te(?:is)?\b"
_OTHERS = r"(?:tu|su|vuestr[oa]|vuestro|el|la|your)\s(?:\w+\s){0,2}?"
_COLLEAGUE = (
    r"(?:companer[oa]|colega|soci[oa]|jef[ea]|directora?|equipo|gerente|responsable|colleague|boss|manager|lead|head|vp"
    r"|partner|team|ceo|cfo|coo|cto)"
)
_PASSED_ON = (
    r"(?:(?:me|nos)\s(?:\w+\s)?(?:comento|conto|dijo|hablo|recomendo|paso|sugirio|dio|presento|refirio|menciono)"
    r"|publico|escribio|compartio|anuncio|posted|wrote|shared|published|announced"
    r"|(?:told|suggested|recommended|mentioned|introduced|referred|gave|pointed|put|spoke|sent|encouraged|said))"
)
_SPANISH = (
    (
        r"\b(?:hablamos|conversamos|charlamos|coincidimos|quedamos"
        rf"|nos (?:vimos|cruzamos|reunimos|conocimos|saludamos|encontramos))\s(?:\w+\s){{0,2}}?{_WHEN}"
    ),
    rf"\b(?:me|nos)\s{_TOLD}",
    r"\b(?:me|nos)\s(?:dio|dieron|paso|pasaron)\s(?:tu|su)\s(?:nombre|contacto|telefono|numero|correo)",
    r"\b(?:me|nos)\s(?:hablo|hablaron)\s(?:muy bien\s)?de\s(?:ti|vos|usted)\b",
    r"\bde parte de\s(?:tu|su)\b",
    r"\b(?:te|lo|la|le)\s(?:conoci|vi|salude|escuche|conocimos|vimos|saludamos)\s(?:en|durante|hace|ayer)\b",
    r"\b(?:placer|gusto|encantad[oa] de)\s(?:\w+\s){0,2}?(?:conocerte|conocerlo|conocerla|saludarte en|verte en)",
    r"\b(?:siguiendo con|retomo|retomando|continuando)\s(?:nuestra|nuestro|lo que hablamos)",
    r"\bcomo (?:te|le|os|les) (?:prometi|adelante|comente|dije)\b",
)
_ENGLISH = (
    r"\bwe (?:briefly )?(?:met|spoke|talked|chatted|connected|discussed|exchanged|crossed paths|were introduced|sat)\b",
    r"\byou (?:told|asked) (?:me|us)\b",
    r"\byou (?:mentioned|said)\b[^.;:?]{0,20}(?:last|yesterday|when we|on the phone|to me)",
    r"\b(?:our|the) (?:\w+ )?(?:call|chat|conversation|meeting|exchange) (?:last|on|yesterday|in|at|with you)",
    r"\b(?:good|great|nice|lovely|pleasure) (?:to )?(?:meet|see|speak|talk)(?:ing)? (?:to |with )?you\b",
    r"\bas (?:we )?(?:discussed|agreed|promised)\b",
    r"\bi (?:was|got) (?:referred|introduced)\b",
    r"\bgave me your (?:name|number|contact)",
)
_BY_OTHERS = (
    rf"\b{_OTHERS}{_COLLEAGUE}\b[^.;:?]{{0,40}}?\b{_PASSED_ON}\b",
    rf"\b{_PASSED_ON}\s{_OTHERS}{_COLLEAGUE}\b",
)
_SOMEBODY = frozenset("un una otro otra alguien mi a one some somebody".split())
_CONTACT = lazy_pattern("|".join((*_SPANISH, *_ENGLISH, *_BY_OTHERS)))
_SIGNS = frozenset(
    "hablamos conversamos charlamos coincidimos quedamos vimos cruzamos reunimos conocimos saludamos encontramos dio"
    " dieron paso pasaron hablo hablaron parte conoci vi salude escuche placer gusto encantado encantada siguiendo"
    " retomo retomando continuando prometi adelante comente dije met spoke talked chatted connected discussed exchanged"
    " crossed introduced sat told asked mentioned said call chat conversation meeting exchange good great nice lovely"
    " pleasure agreed promised referred gave comento conto dijo recomendo sugirio presento refirio menciono publico"
    " escribio compartio anuncio posted wrote shared published announced suggested recommended pointed put sent"
    " encouraged".split()
)
_TOLD_ENDINGS = ("ste", "steis")
"""One of those words, or a verb that ends so, stands wherever the pattern may be found."""


def judged_contacts(statement: Statement, known: Known) -> Iterator[Finding]:
    """What a clause tells of earlier dealings that no column of the user's own holds."""
    if statement.marks & (Mark.QUESTION | Mark.HYPOTHESIS):
        return
    place = _told(statement)
    if place is None or _is_in_a_column(statement, known):
        return
    start, end = place
    if f" {' '.join(tokens_of(statement.passage.text[start:end]))} " in known.their_plain:
        return
    if _is_of_a_colleague(statement, known):
        return
    text = statement.passage.text[start:end]
    detail = Sentence(
        f"Dice que ya hubo trato («{text}»), y ningún dato lo recoge.",
        f"It says that you met or spoke before (“{text}”), and no fact holds that.",
    )
    yield Finding(statement.passage, start, end, "event", UNSUPPORTED, (), detail)


def _is_of_a_colleague(statement: Statement, known: Known) -> bool:
    """Whether a post of theirs names the colleague whom the clause does: "su compañera Rocío escribió sobre …"."""
    named = {word.folded for word in statement.words if word.capitalised and word.start > statement.words[0].start}
    named -= known.their_names | known.our_words
    return any(not named.isdisjoint(known.evidence.tokens[fact.id]) for fact in known.posts)


def _told(statement: Statement) -> tuple[int, int] | None:
    match = _CONTACT.search(statement.passage.folded, statement.start, statement.end) if _may_tell(statement) else None
    if match:
        return match.span()
    if statement.marks & Mark.OFFER:
        return None
    met = (cue for cue in statement.cues if cue.marks & Mark.MET and not _is_by_somebody(statement, cue.start, cue.end))
    return next(((cue.start, cue.end) for cue in met), None)


def _may_tell(statement: Statement) -> bool:
    return not _SIGNS.isdisjoint(statement.vocabulary) or any(
        word.endswith(_TOLD_ENDINGS) for word in statement.vocabulary
    )


def _is_by_somebody(statement: Statement, start: int, end: int) -> bool:
    """Whether the subject of "me dijo" is somebody whom nobody knows: "me dijo un jefe de taller"."""
    if is_told_of_somebody(statement.passage, start):
        return True
    following = statement.passage.words_between(end, statement.end)[:1]
    return bool(following) and following[0].folded in _SOMEBODY


def _is_in_a_column(statement: Statement, known: Known) -> bool:
    """Whether a column of the user's own shares a word with what the clause tells."""
    said = content_words(statement.words)
    return any(
        any(not keys_of(word.folded).isdisjoint(known.keys_of_fact(fact)) for word in said)
        for fact in known.theirs
        if fact.field.startswith("custom.")
    )
