"""What is wrong with a value, in words for people, by pydantic's error type.

pydantic's own messages are English and may quote the value, so none of them leaves the product. A rule of the domain
raises `PydanticCustomError("<code>", "<english, for developers>")`; its code gets its sentence in `DOMAIN_SENTENCES`
(a test finds the codes that have none). Everything unknown gets `GENERAL`.

A sentence may name limits of ours in braces; they come from the error's context.
"""

import re
from collections.abc import Mapping
from typing import Any

from shared.domain.errors import Sentence

GENERAL = Sentence("El valor no es válido.", "The value is not valid.")

DOMAIN_SENTENCES: Mapping[str, Sentence] = {
    "disguised_name": Sentence(
        "Hay letras de alfabetos distintos en una misma palabra; vuelve a escribir el nombre.",
        "Letters of different alphabets stand in one word; type the name again.",
    ),
    "web_address": Sentence(
        "No es una dirección web. Ejemplo: https://ejemplo.com/avisos",
        "Not a web address. Example: https://example.com/hook",
    ),
    "email_address": Sentence("No es una dirección de correo.", "This is not an e-mail address."),
    "linkedin_url": Sentence(
        "No es la dirección de un perfil de LinkedIn. Ejemplo: https://www.linkedin.com/in/nombre",
        "This is not the address of a LinkedIn profile. Example: https://www.linkedin.com/in/name",
    ),
    "no_outcome": Sentence(
        "Indica qué pasó (kind), o qué resultado se deshace (corrects).",
        "Say what happened (kind), or which outcome is taken back (corrects).",
    ),
    "no_person": Sentence(
        "Indica a quién: email, linkedin_url o prospect_id.", "Say who: email, linkedin_url or prospect_id."
    ),
    "no_sentiment": Sentence("Solo una respuesta tiene sentimiento.", "Only a reply has a sentiment."),
    "one_prompt": Sentence("Indica text o prompt_id, uno de los dos.", "Give text or prompt_id, exactly one of them."),
    "one_choice": Sentence("Indica items o filter, uno de los dos.", "Give items or filter, exactly one of them."),
    "one_prospect": Sentence(
        "Indica a quién escribir de una sola forma: la persona, su identificador, el texto de su perfil o el mensaje "
        "al que se hace seguimiento.",
        "Say whom to write to in exactly one way: the person, their id, the text of their profile or the message to "
        "follow up.",
    ),
    "one_source": Sentence(
        "Indica import_id, prospects, prospect_ids o follow_ups, uno de los cuatro.",
        "Give import_id, prospects, prospect_ids or follow_ups, exactly one of them.",
    ),
    "partial_date": Sentence("Usa la forma AAAA-MM o AAAA.", "Use the form YYYY-MM or YYYY."),
    "person_name": Sentence("No es el nombre de una persona.", "This is not a person's name."),
    "prospect_size": Sentence(
        "El perfil es demasiado grande: acorta publicaciones o columnas.",
        "The profile is too large: shorten posts or columns.",
    ),
    "stopped_day": Sentence(
        "Un seguimiento que no se va a hacer no tiene día.", "A follow-up that is given up has no day."
    ),
    "time_zone": Sentence(
        "No es una zona horaria conocida. Ejemplo: Europe/Madrid",
        "This is not a known time zone. Example: Europe/Madrid",
    ),
}

_TEXT = Sentence("Tiene que ser texto.", "It must be text.")
_NUMBER = Sentence("Tiene que ser un número.", "It must be a number.")
_WHOLE = Sentence("Tiene que ser un número entero.", "It must be a whole number.")
_KIND = Sentence("No se sabe de qué tipo es.", "Its kind is unknown.")
_YES_OR_NO = Sentence("Tiene que ser true o false.", "It must be true or false.")
_OBJECT = Sentence("Tiene que ser un objeto JSON.", "It must be a JSON object.")
_LIST = Sentence("Tiene que ser una lista.", "It must be a list.")
_DATE = Sentence("Tiene que ser una fecha: AAAA-MM-DD.", "It must be a date: YYYY-MM-DD.")
_TIME = Sentence("Tiene que ser una hora: HH:MM:SS.", "It must be a time: HH:MM:SS.")
_MOMENT = Sentence(
    "Tiene que ser fecha y hora: AAAA-MM-DDTHH:MM:SSZ.", "It must be a date and time: YYYY-MM-DDTHH:MM:SSZ."
)
_DURATION = Sentence("Tiene que ser una duración.", "It must be a duration.")
_ADDRESS = Sentence("No es una dirección web válida.", "This is not a valid web address.")
_UUID = Sentence("Tiene que ser un UUID.", "It must be a UUID.")
_FORM = Sentence("No tiene la forma esperada.", "It does not have the expected form.")
_ONE_OF = Sentence("Tiene que ser uno de estos: {expected}.", "It must be one of: {expected}.")
_EMPTY = Sentence("No puede estar vacío.", "It must not be empty.")
_UNREADABLE = Sentence("No se puede leer.", "It cannot be read.")

PYDANTIC_SENTENCES: Mapping[str, Sentence] = {
    "missing": Sentence("Falta este campo.", "This field is missing."),
    "extra_forbidden": Sentence("Este campo no existe.", "There is no such field."),
    "string_too_short": Sentence("Como mínimo, {min_length} caracteres.", "At least {min_length} characters."),
    "string_too_long": Sentence("Como máximo, {max_length} caracteres.", "At most {max_length} characters."),
    "bytes_too_short": Sentence("Como mínimo, {min_length} bytes.", "At least {min_length} bytes."),
    "bytes_too_long": Sentence("Como máximo, {max_length} bytes.", "At most {max_length} bytes."),
    "url_too_long": Sentence("Como máximo, {max_length} caracteres.", "At most {max_length} characters."),
    "too_short": Sentence("Como mínimo, {min_length} elementos.", "At least {min_length} entries."),
    "too_long": Sentence("Como máximo, {max_length} elementos.", "At most {max_length} entries."),
    "greater_than": Sentence("Tiene que ser mayor que {gt}.", "It must be greater than {gt}."),
    "greater_than_equal": Sentence("Tiene que ser {ge} o más.", "It must be {ge} or more."),
    "less_than": Sentence("Tiene que ser menor que {lt}.", "It must be less than {lt}."),
    "less_than_equal": Sentence("Tiene que ser {le} o menos.", "It must be {le} or less."),
    "multiple_of": Sentence("Tiene que ser múltiplo de {multiple_of}.", "It must be a multiple of {multiple_of}."),
    "none_required": Sentence("Tiene que ser null.", "It must be null."),
    "string_not_ascii": Sentence("Sin acentos ni símbolos (ASCII).", "ASCII characters only."),
    "string_unicode": Sentence("El texto no es Unicode válido.", "The text is not valid Unicode."),
    "int_from_float": Sentence("Sin decimales.", "No decimals."),
    "int_parsing_size": Sentence("El número es demasiado grande.", "The number is too large."),
    "finite_number": Sentence("Tiene que ser un número finito.", "It must be a finite number."),
    "date_past": Sentence("Tiene que ser una fecha pasada.", "It must be a date in the past."),
    "date_future": Sentence("Tiene que ser una fecha futura.", "It must be a date in the future."),
    "datetime_past": Sentence("Tiene que ser un momento pasado.", "It must be in the past."),
    "datetime_future": Sentence("Tiene que ser un momento futuro.", "It must be in the future."),
    "timezone_naive": Sentence("Sin zona horaria.", "Without a time zone."),
    "timezone_aware": Sentence("Falta la zona horaria; por ejemplo, Z.", "The time zone is missing; for example, Z."),
    "timezone_offset": Sentence("La zona horaria no es la esperada.", "The time zone is not the expected one."),
    "date_from_datetime_inexact": Sentence("Una fecha, sin hora.", "A date, without a time."),
    "url_scheme": Sentence("Tiene que empezar por {expected_schemes}.", "It must begin with {expected_schemes}."),
    "decimal_max_digits": Sentence("Como máximo, {max_digits} cifras.", "At most {max_digits} digits."),
    "decimal_max_places": Sentence("Como máximo, {decimal_places} decimales.", "At most {decimal_places} decimals."),
    "decimal_whole_digits": Sentence(
        "Como máximo, {whole_digits} cifras antes de la coma.", "At most {whole_digits} digits before the point."
    ),
    **dict.fromkeys(("literal_error", "enum"), _ONE_OF),
    **dict.fromkeys(("union_tag_invalid", "union_tag_not_found"), _KIND),
    **dict.fromkeys(("string_type", "bytes_type", "bytes_invalid_encoding"), _TEXT),
    **dict.fromkeys(("float_type", "float_parsing", "decimal_type", "decimal_parsing"), _NUMBER),
    **dict.fromkeys(("fraction_type", "fraction_parsing", "complex_type", "complex_str_parsing"), _NUMBER),
    **dict.fromkeys(("int_type", "int_parsing"), _WHOLE),
    **dict.fromkeys(("bool_type", "bool_parsing"), _YES_OR_NO),
    **dict.fromkeys(("model_type", "model_attributes_type", "dataclass_type", "dataclass_exact_type"), _OBJECT),
    **dict.fromkeys(("dict_type", "frozen_dict_type", "ordered_dict_type", "counter_type", "mapping_type"), _OBJECT),
    **dict.fromkeys(
        ("list_type", "tuple_type", "set_type", "frozen_set_type", "deque_type", "named_tuple_type"), _LIST
    ),
    **dict.fromkeys(("iterable_type", "iteration_error", "set_item_not_hashable", "arguments_type"), _LIST),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), _DATE),
    **dict.fromkeys(("time_type", "time_parsing"), _TIME),
    **dict.fromkeys(
        ("datetime_type", "datetime_parsing", "datetime_object_invalid", "datetime_from_date_parsing"), _MOMENT
    ),
    **dict.fromkeys(("time_delta_type", "time_delta_parsing"), _DURATION),
    **dict.fromkeys(("url_type", "url_parsing", "url_syntax_violation"), _ADDRESS),
    **dict.fromkeys(("uuid_type", "uuid_parsing", "uuid_version"), _UUID),
    **dict.fromkeys(("json_invalid", "json_type", "recursion_depth_exceeded", "recursion_loop"), _UNREADABLE),
    "string_pattern_mismatch": _FORM,
}

PROGRAM_ERRORS = frozenset(
    """
    no_such_attribute needs_python_object frozen_field frozen_instance invalid_key get_attribute_error
    default_factory_not_called value_error assertion_error missing_sentinel_error ellipsis_error is_instance_of
    is_subclass_of callable_type missing_argument unexpected_keyword_argument missing_keyword_only_argument
    unexpected_positional_argument missing_positional_only_argument multiple_argument_values
    """.split()
)
"""Types that say nothing to a person: of Python objects, or of a validator whose words are not in our table."""


def sentence_of(error_type: str, context: Mapping[str, Any]) -> Sentence:
    """The sentence for an error of this type; `context` is pydantic's, of which only our own limits are named."""
    if context.get("min_length") == 1:
        return _EMPTY
    found = DOMAIN_SENTENCES.get(error_type) or PYDANTIC_SENTENCES.get(error_type, GENERAL)
    try:
        return Sentence(_filled(found.es, context, "o"), _filled(found.en, context, "or"))
    except KeyError:
        return GENERAL


def _filled(template: str, context: Mapping[str, Any], word_for_or: str) -> str:
    named = {name: _readable(context[name], word_for_or) for name in re.findall(r"{(\w+)}", template)}
    return template.format_map(named)


def _readable(limit: object, word_for_or: str) -> str:
    """The limit in words; pydantic joins several in English: "'a', 'b' or 'c'"."""
    quoted = re.findall(r"'([^']*)'", str(limit))
    return re.sub(r", ([^,]+)$", rf" {word_for_or} \1", ", ".join(quoted)) if quoted else str(limit)
