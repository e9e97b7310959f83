"""How a Spanish text addresses its reader: what in it says tú, vos, usted, or vosotros.

A bare third person is both usted and somebody else, and an imperative of tú looks like one: so verbs count only where
they can be nothing else, and pronouns, possessives and clitics decide the rest. What may be about a third party ("un
cliente redujo sus plazos") is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from shared.gate.conjugation import VerbForms, verbs, with_pronoun
from shared.gate.folding import fold
from shared.gate.lexicon import table, word_set
from shared.gate.reading import Passage
from shared.gate.words import Word


class Address(Enum):
    """Whom a form speaks to."""

    TU = "tu"
    VOS = "vos"
    TU_OR_VOS = "tu_or_vos"
    USTED = "usted"
    VOSOTROS = "vosotros"


class Evidence(NamedTuple):
    """One form that says how the reader is addressed, at [start, end)."""

    address: Address
    start: int
    end: int


def address_forms(passage: Passage) -> Iterator[Evidence]:
    """The forms of address in `passage`, roughly in order; a place may be named twice."""
    yield from _single_words(passage)
    yield from _usted_phrases(passage)
    yield from _possessives_of_usted(passage)


def _single_words(passage: Passage) -> Iterator[Evidence]:
    forms = _forms()
    for index, word in enumerate(passage.words):
        written = word.text.lower()
        address = forms.get(written) or _ending(written)
        if address is None and written in _ambiguous() and _follows_pronoun(passage.words, index):
            address = Address.TU
        if address is not None and not _is_name(passage, word):
            yield Evidence(address, word.start, word.end)


def _is_name(passage: Passage, word: Word) -> bool:
    """Whether a capital inside a sentence shows that the word is (part of) a name: "Os" in "Os de Civís"."""
    if not word.capitalised:
        return False
    before = passage.text[: word.start].rstrip(" ¿¡\"«“'(\t")
    return bool(before) and before[-1] not in ".!?…:\n,;—–-"


def _follows_pronoun(words: Sequence[Word], index: int) -> bool:
    if index == 0:
        return False
    before = words[index - 1].text.lower()
    return before in _BEFORE_VERBS or (before == "que" and index > 1 and words[index - 2].folded == "lo")


_BEFORE_VERBS = frozenset("me nos te lo tú cómo cuándo dónde si cuando".split())


def _ending(written: str) -> Address | None:
    """What an infinitive or gerund with a pronoun behind it says: "contarte", "viéndote", "veros"."""
    if written.endswith("te") and len(written) > _SHORTEST_WITH_PRONOUN:
        return Address.TU_OR_VOS if _takes_pronoun(written[:-2]) else None
    if written.endswith("os") and written[-3:-2] == "r" and len(written) > _SHORTEST_WITH_PRONOUN:
        return Address.VOSOTROS if written[:-2] in _infinitives() else None
    return None


_SHORTEST_WITH_PRONOUN = 4


def _takes_pronoun(verb: str) -> bool:
    return verb in _infinitives() or verb.endswith(("ándo", "iéndo", "yéndo"))


_LE_PHRASES = re.compile(
    r"\b(?:le|la|lo) (?=(?P<verb>\w+))(?:escrib(?:o|i|imos)|contact(?:o|amos)|propon(?:go|emos)|cuento|coment(?:o|aba|amos)|compart(?:o|imos)"
    r"|env(?:io|iamos|ie)|mand(?:o|amos|e)|dej(?:o|amos)|agradezco|agradeceria|agradecemos|felicit(?:o|amos)|dese(?:o|amos)|llam(?:o|e|are)"
    r"|invit(?:o|amos)|pregunt(?:o|aba)|ofrezco|ofrecemos|adelanto|pido|ruego|salud(?:o|a|amos)|puedo|podemos|podria(?:mos)?|sig(?:o|uimos)|leo"
    r"|escuch(?:o|e)|resumo|explico|muestro|ayudo|ayudamos|planteo|traslado|consulto|expongo|sugiero|robo|quito|molesto|espero|haria|hare|pongo"
    r"|doy|dedico|paso|anoto|apunto|busco|busque|encontre|conoci|vi|lei|oi)\b"
    r"(?!(?:\W+\w+){0,4}?\W+(?:a|al) (?!usted|\w+(?:ar|er|ir)(?:l[aeo]s?|se|me|nos)?\b))"
)
_LE_IN_QUESTION = re.compile(
    r"\ble (?:interesa(?:ria)?|parece(?:ria)?|gusta(?:ria)?|encaja(?:ria)?|viene|vendria|va|iria|importa(?:ria)?|suena|apetece|ocurre|pasa|cuesta"
    r"|preocupa|ayudaria|serviria|sirve|resulta(?:ria)?|molesta(?:ria)?|costaria|queda|falta|da|quita|dice|tienta|cuadra(?:ria)?|llama|conviene|supone)\b"
    r"(?!(?:\W+\w+){0,4}?\W+(?:a|al) (?!usted|sus? |que\b|cual|las? \d|las? (?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)))"
)
_LE_BEHIND = re.compile(
    r"\b(?P<verb>\w{2,}[aei]r)le\b(?!(?:\W+\w+){0,4}?\W+(?:a|al) (?!usted|\w+(?:ar|er|ir)(?:l[aeo]s?|se|me|nos)?\b|las? \w))"
)
_I_MEAN = re.compile(
    r"\b(?:me|nos|puedo|podemos|podria|podriamos|queria|quisiera|querria|quiero|queremos|encantad[oa]|gustaria|encantaria|permita|permitame"
    r"|para|por si|sin|voy a|vamos a|oportunidad de|gracias por|animo a|espero|esperamos|intento|prometo)\b[^.!?\n]{0,40}$"
)
_POLITE = re.compile(
    r"\b(?:usted|ud|vd)\b"
    r"|\b(?:si|cuando|como|donde|lo que) (?:asi |ya )?(?:lo |la |le |me |nos |no )?(?:quiere|quiera|prefiere|prefiera|puede|pueda|desea|desee|gusta|guste|considera"
    r"|considere|necesita|necesite|(?:tiene|tenga) (?:un |una |unos |cinco|diez|quince|\d|tiempo|interes|hueco))\b"
    r"(?! (?:el|la|los|las|un|una|ser|haber|su|tu|mi|cada|alguien)\b)"
    r"|\b(?:a su disposicion|a su entera disposicion|tenga (?:un |buen)|que tenga|espero que (?:este|se encuentre)|se encuentre bien)\b"
)
_POLITE_QUESTION = re.compile(
    r"¿\s?(?:y |pero |entonces |[^?¿]{0,80}?, ?)?(?:(?:no |ya |a |en |de |con |para |por )?(?:que|como|cuanto|cuanta|cuantos|cuantas|cuando|donde|cual|quien)(?: \w+){0,2}? )?(?:no |ya |se |lo |la |los |las |me |nos )*"
    r"(?:(?:podria|puede|quiere|querria|desea|sabe|suele|piensa|prefiere|permite|permitiria|necesita|espera|debe) "
    r"(?:usted|(?:me |nos )?\w+(?:ar|er|ir)(?:me|nos|lo|la|los|las|se|le)?\b(?! (?:de )?(?:el|la) ))"
    r"|(?:cree|piensa|considera|opina|sabe|ve|nota|diria|quiere|prefiere|espera|recuerda|confirma) (?:que|si|como|cuanto|donde|cuando|cuales|cual)\b"
    r"|(?:tiene|tendria|dispone de|me da|me dedica|me dedicaria|me concede|nos dedica) (?:un |una |unos |unas |cinco |diez |quince |veinte |\d+ )?"
    r"(?:minutos?|momento|rato|hueco|ratito|segundo|media hora|cuarto)"
    r"|ha (?:pensado|visto|probado|valorado|notado|tenido|podido|leido|considerado|oido|mirado|medido|contemplado|hablado) "
    r"(?:en|como|que|si|alguna|algun|ya|un|una|usted|los|las|sus?|de)\b"
    r"|(?:conoce|gestiona|lleva|organiza|planifica|mide|afronta|resuelve|controla|prioriza|decide|revisa|coordina|maneja|trabaja|utiliza|usa|ve|vive|tiene|hace|piensa|prepara|evita|reparte|calcula|sigue|elige)"
    r" (?:ya |usted |hoy |ahora |normalmente |actualmente |alguna vez |siempre )*(?:los|las|sus|su|estos|estas|esos|esas|algun|alguna|algunos|en (?:su|sus)|con (?:su|sus))\b)"
)
_VERB_FIRST = re.compile(r"(?:^|\n|[.!?…:;\n][ \t]+[¿¡]?|\bpor favor,? |\bsi (?:quiere|le interesa|prefiere), )(\w+)")


def _usted_phrases(passage: Passage) -> Iterator[Evidence]:
    """The places where usted is meant though the words could be about somebody else."""
    folded = passage.folded
    if " le " in f" {folded}" or " la " in folded or " lo " in folded:
        yield from (_usted(match) for match in _LE_PHRASES.finditer(folded) if _is_about_reader(match))
    for match in _LE_BEHIND.finditer(folded):
        if match["verb"] in _infinitives() and _I_MEAN.search(_sentence_before(folded, match.start())):
            yield _usted(match)
    for match in _LE_IN_QUESTION.finditer(folded):
        if _is_asked_or_conditional(folded, match.start()):
            yield _usted(match)
    yield from (_usted(match) for match in _POLITE.finditer(folded))
    if "¿" in folded:
        yield from (_usted(match) for match in _POLITE_QUESTION.finditer(folded) if not _is_impersonal(match.group()))
    for match in _VERB_FIRST.finditer(passage.text.lower()):
        if match[1] in _usted_imperatives():
            yield Evidence(Address.USTED, match.start(1), match.end(1))


def _usted(match: re.Match[str]) -> Evidence:
    return Evidence(Address.USTED, match.start(), match.end())


_OBJECT_OR_READER = frozenset(
    "felicito felicitamos invito invitamos saludo saluda saludamos molesto llamo llame llamare espero escuche sigo seguimos leo contacto contactamos busque encontre conoci".split()
)


def _is_about_reader(match: re.Match[str]) -> bool:
    """Whether "la", "lo" before a first person is the reader ("la felicito") and not a thing ("lo dejo")."""
    return match.group().startswith("le ") or match["verb"] in _OBJECT_OR_READER


def _sentence_before(folded: str, at: int) -> str:
    """What stands before `at` in its sentence."""
    return folded[max(folded.rfind(mark, 0, at) for mark in ".!?…\n") + 1 : at]


def _is_asked_or_conditional(folded: str, at: int) -> bool:
    before = _sentence_before(folded, at)
    return "¿" in before or re.search(r"(?:^|\W)si (?:\w+ ){0,2}$", before) is not None


_IMPERSONAL = re.compile(
    r"\b(?:tiene|tendria) sentido\b|\bse (?:puede|podria|sabe|debe)\b|\bpodria (?:ser|haber|interesar)\b"
)


def _is_impersonal(question: str) -> bool:
    return _IMPERSONAL.search(question) is not None


_SU = re.compile(r"\bsus?\b")
_SEEN_BY_ME = re.compile(
    r"\b(?:vi|lei|he visto|he leido|hemos visto|hemos leido|escuche|he escuchado|oi|encontre|he encontrado|revise|estuve (?:viendo|leyendo)|sigo|conoci|conozco|vimos|leimos|me (?:gusto|intereso|llamo la"
    r" atencion|encanto|sorprendio|parecio|quede con|ha gustado|ha interesado|hizo pensar)|felicidades por|enhorabuena por|gracias por|felicito por|escribo por|a raiz de|tras leer"
    r"|tras ver|al leer|al ver|acerca de|mirando|leyendo|viendo|repase|note que|note|admiro|me fije en)\b[^.!?\n]{0,60}$"
)
_THIRD_PARTY = re.compile(
    r"\b(?:los|las|otros|otras|muchos|muchas|varios|varias|algunos|algunas|unos|unas|quienes|todos|todas|cada|ambos|ambas|tantos|tantas|pocos|pocas|\d+|dos|tres|cuatro|cinco|diez|clientes|equipos|empresas"
    r"|directores|directoras|operadores|companias|companeros|compañeros|personas|gente|alguien|nadie|cliente|proveedor|competencia|sector|mercado|una (?:empresa|compania|directora|clienta|planta|marca|firma|cadena)"
    r"|un (?:cliente|director|operador|grupo|equipo|fabricante|proveedor|distribuidor|hotel|banco|retailer|compañero)|el (?:cliente|equipo|sector|mercado|grupo|director|consejo|comite)|la (?:empresa|compania|direccion|plantilla|gente|competencia|marca|directora))\b"
)
_OF_THE_READER = frozenset(
    "empresa equipo trabajo perfil cargo charla publicacion post experiencia articulo ponencia entrevista trayectoria compania puesto rol opinion respuesta tiempo correo agenda dia mensaje red carrera comentario texto"
    " atencion interes consideracion caso almacen planta area departamento organizacion negocio responsabilidad paso etapa nombramiento intervencion presentacion webinar".split()
)


def _possessives_of_usted(passage: Passage) -> Iterator[Evidence]:
    """The places where su, sus means the reader: behind "vi", "leí", or with nobody else in the sentence it could mean."""
    for stretch in passage.sentences:
        sentence = passage.folded[stretch.start : stretch.end]
        for match in _SU.finditer(sentence):
            if _means_reader(passage, stretch.start, sentence, match):
                yield Evidence(Address.USTED, stretch.start + match.start(), stretch.start + match.end())


def _means_reader(passage: Passage, offset: int, sentence: str, match: re.Match[str]) -> bool:
    before = sentence[: match.start()]
    following = re.match(r"\s(?:\w+)", sentence[match.end() :])
    noun = following.group().strip() if following else ""
    if _THIRD_PARTY.search(before) or _names_somebody(passage, offset, offset + match.start()):
        return False
    if _SEEN_BY_ME.search(before):
        return True
    return noun in _OF_THE_READER and (
        bool(before.strip(" ¿¡")) or not _THIRD_PARTY.search(passage.folded[max(0, offset - 160) : offset])
    )


def _names_somebody(passage: Passage, start: int, end: int) -> bool:
    """Whether a name stands inside the sentence before `end`: its owner may be meant."""
    words = passage.words_between(start, end)
    return any(word.capitalised and not _follows_greeting(passage, word) for word in words[1:])


def _follows_greeting(passage: Passage, word: Word) -> bool:
    """Whether the word is the reader's own name in a greeting: "Hola, Lucía: vi su charla"."""
    return word.start < _LONGEST_GREETING and re.match(r"[^.!?]{0,30}?[,:]", passage.text[word.end :]) is not None


_LONGEST_GREETING = 40


@cache
def _forms() -> dict[str, Address]:
    """Every single word that says how the reader is addressed."""
    forms: dict[str, Address] = {}
    for verb in verbs():
        forms |= _forms_of(verb)
    for word in word_set("verb_forms_that_are_nouns"):
        forms.pop(word, None)
    for name, words in table("address_words").items():
        forms |= dict.fromkeys(words.split(), Address(name))
    for word, address in list(forms.items()):
        if address in (Address.TU, Address.TU_OR_VOS, Address.USTED):
            forms.setdefault(fold(word) if "ñ" not in word else word, address)
    for word in table("address_words_unclear"):
        forms.pop(word, None)
    return forms


def _forms_of(verb: VerbForms) -> dict[str, Address]:
    forms = dict.fromkeys(verb.shared, Address.TU_OR_VOS)
    forms[verb.tu] = Address.TU if verb.tu != verb.vos else Address.TU_OR_VOS
    if verb.vos != verb.tu and not verb.vos.endswith("ís"):
        forms[verb.vos] = Address.VOS
    if verb.vos_imperative.endswith(("á", "é")):
        forms[verb.vos_imperative] = Address.VOS
    for pronoun in ("me", "nos", "melo", "mela"):
        if verb.vos_imperative:
            forms[fold(verb.vos_imperative) + pronoun] = Address.VOS
        forms[with_pronoun(verb.usted_imperative, pronoun)] = Address.USTED
        forms[with_pronoun(verb.tu_imperative, pronoun)] = Address.TU
    forms[with_pronoun(verb.tu_imperative, "te")] = Address.TU
    forms[with_pronoun(verb.usted_imperative, "se")] = Address.USTED
    return forms


@cache
def _ambiguous() -> frozenset[str]:
    return word_set("verb_forms_that_are_nouns")


@cache
def _infinitives() -> frozenset[str]:
    return frozenset(verb.infinitive for verb in verbs())


@cache
def _usted_imperatives() -> frozenset[str]:
    """The imperatives of usted that begin a sentence and are no noun there."""
    nouns = word_set("usted_imperatives_that_are_nouns")
    return frozenset(verb.usted_imperative for verb in verbs()) - nouns
