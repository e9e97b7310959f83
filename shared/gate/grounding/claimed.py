"""Whether a figure is claimed to be so: everything that a text counts is, unless what stands around it says otherwise.

What is proposed, supposed, asked for, said of anybody or cut out of a whole ("diez de tus tiendas") states nothing.
"""

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Part
from shared.gate.address.words import addresses
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.holdings import is_holding
from shared.gate.grounding.measures import is_light, is_money, is_time
from shared.gate.grounding.proposed import is_put_forward
from shared.gate.grounding.statements import UNREAL, Mark, Marks, Statement
from shared.gate.grounding.uncounted import counts_nothing
from shared.gate.possessives import OWN

_DEFINITE = OWN | frozenset("los las the esos esas estos estas these those all todos todas".split())
_WITH = frozenset("con with tras after".split())
_ROUNDERS = frozenset("mas casi over nearly almost some more unos unas around about roughly".split())
_MINUTES = frozenset("minuto minutos minute minutes min mins segundo segundos second seconds rato".split())
_HAS = frozenset("de con of with tiene tenga has having".split())
_ANY = frozenset("un una a an any cualquier alguien somebody someone anybody quien whoever otro otra another".split())
_OTHER = frozenset("otros otras demas other remaining restantes".split())
_RELATIVE = frozenset("que that which who".split())
_PARTITIVE = ("de tus ", "de sus ", "de vuestr", "of your ", "of the ", "de los ", "de las ", "of them", "of those")
_SMALL, _SMALL_IN_SUBJECT, _SEVERAL = 3, 12, 20
_TWO, _REACH = 2, 4
_FAR, _MANY = 10, 5
_WHOLE = 100
_LARGE = 1000
_WHAT_YOU_DO = lazy_pattern(
    r"\s(?:\w+\s){0,3}?(?:que (?:ya )?\w+(?:an|en|as|es|ais|eis)\b(?! (?:los|las|el|la|todos|todas|muchos|muchas) )"
    r"|(?:that )?you (?:spend|pay|have|handle|buy|sell|ship|lose)\b)"
)
_IS_SUPPOSED = lazy_pattern(
    r"(?: (?!(?:que|who|that|i|we|you|they|he|she)\b)\w+){0,2}? "
    r"(?:(?:seri|supondri|ahorrari|valdri|bastari|dari|equivaldri|hari)an?|would|could|might)\b"
)
"""What is said of a figure that is only supposed: "un 5 % serían 310.000 dólares"."""


_OF_SOMETHING = lazy_pattern(
    r"\s(?:\w+\s)?(?:de|of)\s(?:tod[oa]s?\s|all\s)?(?:tus?|sus?|vuestr[oa]s?|nuestr[oa]s?|your|our)\s"
    r"(?!(?:tiempo|dias?|semanas?|jornadas?|horas?|vida|energia|trabajo|problemas?|dolores|time|days?|weeks?|hours?"
    r"|life|energy|work|job|problems?|morning|mananas?|tardes?)\b)"
)
"""Behind a share in words that is said of a certain thing: "un tercio de vuestras tiendas", no "half of your day"."""


def is_share_of_something(figure: Figure, statement: Statement) -> bool:
    """Whether a share in words is a part of what the reader or we have, and no manner of speaking."""
    return _OF_SOMETHING.match(statement.passage.folded, figure.end) is not None


def is_claimed(figure: Figure, statement: Statement, rival: Figure | None, *, surely: bool = False) -> bool:
    """Whether the figure says how something is; `rival` is what the facts state of the same things, if they do, and
    `surely` if the words around both leave no doubt.
    """
    counted = rival is not None
    if is_our_pace(figure, statement):
        return True
    if counts_nothing(figure, statement, counted=counted) or _is_manner_of_speaking(figure, statement, counted=counted):
        return False
    if _is_supposed(figure, statement) and not follows(figure, statement, OWN):
        return False
    if rival is not None and _is_part(figure, statement, rival):
        return False
    if _is_before(Mark.HYPOTHESIS | Mark.OTHERS, figure, statement) and not follows(figure, statement, OWN):
        return False
    return surely or _is_meant(figure, statement, counted=counted)


def _is_supposed(figure: Figure, statement: Statement) -> bool:
    """Whether the figure is of what would be, or of what is proposed."""
    return is_put_forward(figure, statement) or bool(_IS_SUPPOSED.match(statement.passage.folded, figure.end))


def is_our_pace(figure: Figure, statement: Statement) -> bool:
    """Whether a length of time says how fast we are at work, or pay back: "lo ponemos en marcha en un día"."""
    if not is_time(figure.noun) or statement.sentence & (UNREAL | Mark.QUESTION) or statement.marks & Mark.GENERAL:
        return False
    folded = statement.passage.folded[statement.start : statement.end]
    return _GETS_GOING.search(folded) is not None and bool(statement.marks & Mark.US or _YOU_HAVE_IT.search(folded))


_GETS_GOING = lazy_pattern(
    r"\ben marcha\b|\bfuncionando\b|\bimplant|\binstal|\bintegra(?:mos|cion)|\boperativ|\barrancamos\b|\bactivamos\b"
    r"|\b(?:go|goes|be|is|are|get|gets) live\b|\bup and running\b|\b(?:it|you) running\b|\bset ?-?up\b|\bonboard"
    r"|\bready\b|\blist[oa]s?\b|\bup to speed\b|\bdeploy|\bamortiza|\brecuperan la inversion\b"
    r"|\bpays? (?:for itself|back)\b|\bpayback\b"
)
_YOU_HAVE_IT = lazy_pattern(
    r"\bl[oa]s? (?:tienes|tenes|tiene|teneis|tienen|tendras|tendra|dejamos)\b|\byou(?:'d|'ll|'re| will| would| are)\b"
)


def _is_meant(figure: Figure, statement: Statement, *, counted: bool) -> bool:
    """Whether neither an offer nor a guess nor a remark on anybody takes the figure for its own."""
    presupposed = follows(figure, statement, _DEFINITE) or (counted and _stands_first(figure, statement))
    presupposed = presupposed or _is_led(figure, statement) or is_of_what_you_do(figure, statement)
    if not presupposed and _is_before(Mark.OFFER | Mark.GUESS | Mark.GENERAL, figure, statement):
        return False
    if not counted and is_of_anybody(figure, statement):
        return False
    if _is_before(Mark.CONDITION, figure, statement) and (is_time(figure.noun) or _is_of_something(statement)):
        return False
    is_few = is_spelled(figure, statement) and figure.value <= _SMALL and not is_time(figure.noun)
    if counted and not presupposed and is_few:
        return bool(statement.marks & (Mark.THEM | Mark.US))
    return counted or _is_asserted(figure, statement)


def _is_manner_of_speaking(figure: Figure, statement: Statement, *, counted: bool) -> bool:
    """Whether nothing is counted: "dos ideas", "ten minutes" of the reader's, "una de tres", "100 %", "one percent"."""
    if figure.unit is Unit.PERCENT:
        return figure.value in (1, _WHOLE) and not counted
    if not counted and _is_passing(figure, statement):
        return True
    if (
        not is_spelled(figure, statement)
        or figure.unit is not Unit.PLAIN
        or (counted and not _is_asked(figure, statement))
    ):
        return False
    if figure.value > 1 and is_holding(figure.noun) and (figure.value > _SMALL or is_had(figure, statement)):
        return False
    return not figure.noun or figure.value <= _smallest(statement)


def is_had(figure: Figure, statement: Statement) -> bool:
    """Whether things are said to be the reader's: "tus dos plantas", "you run two plants", "con dos centros"."""
    before = statement.words_before(figure.start, _TWO)
    if follows(figure, statement, _DEFINITE) or _stands_first(figure, statement):
        return True
    return bool(before) and (before[0].folded in _YOU or addresses(before[-1].text.lower()))


_YOU = frozenset("you usted ustedes".split())


def _is_passing(figure: Figure, statement: Statement) -> bool:
    """Whether what is counted is of the message or of a moment: "dos ideas", "ten minutes", not "tus 14 líneas"."""
    if is_light(figure.noun):
        return not (follows(figure, statement, OWN) or _OF_A_TRADE.intersection(figure.nouns))
    return figure.noun in _MINUTES and not statement.marks & Mark.US


_OF_A_TRADE = frozenset(
    "producto negocio produccion envasado montaje ensamble empaque assembly product production".split()
)
"""What makes things of a plant of those that a message has: "14 líneas de producto"."""


def _is_asked(figure: Figure, statement: Statement) -> bool:
    """Whether a question ends with the figure, which names nothing that it counts: "¿Querés ver tres?"."""
    return not figure.noun and statement.passage.text[figure.end : figure.end + 1] == "?"


def is_spelled(figure: Figure, statement: Statement) -> bool:
    """Whether the figure is written in words."""
    return not statement.passage.text[figure.start : figure.end].strip("€$£ ")[:1].isdigit()


def _smallest(statement: Statement) -> int:
    """Up to which number in words nothing is counted: "las dos cosas", "seven squads, one invoice" as a subject."""
    return _SMALL_IN_SUBJECT if statement.passage.part is Part.SUBJECT else _SMALL


def _is_part(figure: Figure, statement: Statement, rival: Figure) -> bool:
    """Whether it is fewer than the facts count and a part of them: "diez de tus tiendas", "three people who call"."""
    if figure.value >= rival.value or figure.unit is not Unit.PLAIN or _has_its_whole(figure, statement):
        return False
    behind = statement.passage.folded[figure.end : figure.end + 12].lstrip()
    before = statement.word_before(figure.start)
    if behind.startswith(_PARTITIVE) or (before is not None and before.folded in _OTHER):
        return True
    if statement.passage.part is Part.SUBJECT and figure.value <= _SMALL_IN_SUBJECT:
        return rival.value > _MANY * figure.value
    if not is_spelled(figure, statement) or follows(figure, statement, OWN) or is_time(figure.noun):
        return False
    return not (figure.noun and _is_beside(rival, statement)) and _is_some(figure, statement, rival)


def _is_beside(rival: Figure, statement: Statement) -> bool:
    """Whether the text has what the facts count too: "dos centros de distribución y 46 ferreterías"."""
    figures = statement.passage.figures_between(statement.start, statement.end)
    return any(figure.value == rival.value for figure in figures)


def _is_some(figure: Figure, statement: Statement, rival: Figure) -> bool:
    """Whether it is a few of very many, or some of whom a relative clause tells more."""
    if figure.value <= _SMALL:
        return rival.value > _FAR * figure.value
    following = [word.folded for word in statement.words if word.start >= figure.end][:_TWO]
    is_some = bool(following) and following[-1] in _RELATIVE
    return is_some and figure.value <= _SEVERAL and rival.value > _MANY * figure.value


def _has_its_whole(figure: Figure, statement: Statement) -> bool:
    """Whether the text says of how many it is a part, and supposes nothing: "17 de sus 30 catas"."""
    if _is_before(UNREAL | Mark.OFFER, figure, statement):
        return False
    return any(figure.end < other.start for other in statement.passage.figures_between(figure.end, figure.end + 12))


def follows(figure: Figure, statement: Statement, words: frozenset[str]) -> bool:
    """Whether one of `words` stands right before the figure, or before the word that rounds it."""
    before = [word.folded for word in statement.words_before(figure.start, _TWO)]
    return bool(before) and (before[-1] in words or (len(before) > 1 and before[0] in words and before[1] in _ROUNDERS))


def _is_led(figure: Figure, statement: Statement) -> bool:
    """Whether the figure tells how large that is which somebody leads: "dirigir un equipo de 160", "run a team of"."""
    led = _LED.search(statement.passage.folded, statement.start, figure.start)
    if led is None:
        return False
    return not any(word.folded in _OF_ANYBODY for word in statement.words if word.start < led.start())


_OF_ANYBODY = frozenset("cuando when si if quien quienes who whoever cualquiera cada anyone nadie nobody".split())
_LED = lazy_pattern(
    r"\b(?:lider|dirig|coordin|gestion|llev|manej|tener|mand|organiz|administra|supervis|encabez"
    r"|lead|run|manag|head|oversee|organi[sz]|coordinat|direct|have|having)\w*\s(?:un|una|an?)\s\w+\s(?:de|of)\s"
    r"(?:(?:mas de|casi|unas|unos|over|nearly|some|about|more than)\s)?$"
)


def _stands_first(figure: Figure, statement: Statement) -> bool:
    """Whether the clause begins with what is taken for known: "Con 83 técnicos, …", "Hi Ana, with over 80 …"."""
    before = [word.folded for word in statement.words if word.start < figure.start]
    is_general = _is_before(Mark.OTHERS, figure, statement)
    return len(before) <= _REACH and not is_general and not _WITH.isdisjoint(before)


def _is_of_something(statement: Statement) -> bool:
    """Whether what is supposed begins with no certain thing: "si una cámara pierde…", "if a site has…"."""
    words = [word.folded for word in statement.words]
    return any(words[i] in ("si", "if") and words[i + 1] in _ANY for i in range(len(words) - 1))


def _is_before(marks: Marks, figure: Figure, statement: Statement) -> bool:
    """Whether a phrase that shows one of `marks` stands in front of the figure."""
    return any(cue.marks & marks and cue.start < figure.start for cue in statement.cues)


def is_of_anybody(figure: Figure, statement: Statement) -> bool:
    """Whether the figure describes no certain thing: "un almacén con veinte muelles", "a team of forty"."""
    before = [word.folded for word in statement.words_before(figure.start, _REACH)]
    if not before or before[-1] not in _HAS or figure.unit is not Unit.PLAIN or is_money(figure):
        return False
    return not _ANY.isdisjoint(before[:-1]) and not statement.marks & Mark.US


def is_of_their_own(figure: Figure, statement: Statement) -> bool:
    """Whether a possessive gives the figure to the reader: "tus nueve analistas", "your team of nine analysts"."""
    before = [word.folded for word in statement.words_before(figure.start, _REACH)]
    return follows(figure, statement, OWN) or (before[-1:] in (["de"], ["of"]) and not OWN.isdisjoint(before[-3:-1]))


def is_of_what_you_do(figure: Figure, statement: Statement) -> bool:
    """Whether a relative clause behind says that somebody of the reader's has it: "los 2,3 millones que gastan"."""
    return _WHAT_YOU_DO.match(statement.passage.folded, figure.end) is not None


def _is_led_up_to(figure: Figure, statement: Statement) -> bool:
    """Whether what is supposed stands behind the figure only: "with attrition at 35%, self-service could help"."""
    if not statement.marks & Mark.HYPOTHESIS or statement.sentence & Mark.CONDITION or is_time(figure.noun):
        return False
    unasserting = UNREAL | Mark.GUESS | Mark.OFFER | Mark.GENERAL
    cues = [cue for cue in statement.cues if cue.marks & unasserting]
    is_before_all = bool(cues) and all(figure.end <= cue.start for cue in cues)
    return is_before_all and _stands_behind_with(figure, statement) and figure.start < statement.question


def _stands_behind_with(figure: Figure, statement: Statement) -> bool:
    """Whether the part of the sentence up to the figure begins with what is taken for known: "with agent attrition"."""
    start = statement.passage.text.rfind(",", statement.start, figure.start)
    before = [word.folded for word in statement.words if start < word.start < figure.start]
    return bool(before) and before[0] in _WITH


def _is_asked_of(figure: Figure, statement: Statement) -> bool:
    """Whether a question to the reader takes the figure for known: "¿cómo gestionáis las 24 farmacias?"."""
    if not statement.marks & Mark.THEM or is_time(figure.noun) or statement.sentence & (UNREAL | Mark.OFFER | Mark.US):
        return False
    is_named = bool(figure.noun) and (not is_spelled(figure, statement) or is_holding(figure.noun))
    return is_named and (follows(figure, statement, _DEFINITE) or _is_led(figure, statement))


def _is_asserted(figure: Figure, statement: Statement) -> bool:
    """Whether a figure that the facts do not count is said of the reader or of us."""
    if figure.value >= _LARGE and follows(figure, statement, _DEFINITE) and is_of_what_you_do(figure, statement):
        return True
    if figure.unit is Unit.PERCENT and is_of_what_you_do(figure, statement):
        return True
    asserted = statement.asserts_at(figure.start) or _is_asked_of(figure, statement) or _is_led_up_to(figure, statement)
    if follows(figure, statement, _DEFINITE if asserted else OWN):
        return bool(statement.sentence & (Mark.THEM | Mark.US))
    return asserted and not (is_time(figure.noun) and statement.sentence & (Mark.OFFER | Mark.HYPOTHESIS))
