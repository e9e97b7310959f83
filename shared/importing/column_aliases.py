"""The headings that tools and people write, in Spanish and English, and the field that each one means.

Gathered from the exports of LinkedIn, Sales Navigator scrapers, Apollo, HubSpot, Salesforce, Instantly and Smartlead,
and from spreadsheets made by hand. Compared as `headings.plain_heading` gives them. The first of a field's headings
is the one that counts most where a file has several.
"""

from collections.abc import Mapping

_HEADINGS: Mapping[str, str] = {
    "full_name": "full name|fullname|nombre completo|nombre y apellidos|nombre y apellido|nombres y apellidos"
    "|apellidos y nombre|apellidos nombre|apellido y nombre|display name|profile name|nombre del contacto"
    "|nombre contacto|contact name|lead name|name|nombre|contacto|persona|prospecto",
    "first_name": "first name|firstname|first|given name|forename|nombre de pila|nombres|primer nombre|fname",
    "last_name": "last name|lastname|last|surname|family name|apellidos|apellido|lname",
    "title": "title|job title|jobtitle|position|cargo|puesto|puesto de trabajo|posicion|titulo|titulo del puesto"
    "|occupation|ocupacion|job|job position|job role|position title|funcion|profesion|designation|puesto laboral",
    "headline": "headline|linkedin headline|titular|titular de linkedin|profile headline|tagline",
    "company": "company|company name|empresa|nombre de la empresa|nombre empresa|compania|organization|organisation"
    "|organizacion|organization name|nombre de la organizacion|employer|account name|account|cuenta|razon social"
    "|associated company|primary associated company|business name|nombre de la compania|company name for emails",
    "location": "location|ubicacion|localizacion|lugar|geo location|person location",
    "email": "email|e mail|mail|correo|correo electronico|email address|e mail address|work email|business email"
    "|email de trabajo|correo de trabajo|email profesional|professional email|corporate email|correo corporativo"
    "|direccion de correo|direccion de correo electronico|email 1|e mail 1 value|secondary email|other email|email 2"
    "|personal email|email personal|correo personal",
    "linkedin_url": "linkedin url|linkedin|linkedin profile|linkedin profile url|person linkedin url|perfil de linkedin"
    "|perfil linkedin|url de linkedin|url linkedin|enlace de linkedin|linkedin link|direccion de linkedin|li url"
    "|linkedin member url|public profile url|default profile url|profile url|url del perfil|profile link|url|profile"
    "|perfil|link|enlace|sales nav url|sales navigator url|sales navigator profile url",
    "about": "about|summary|acerca de|resumen|bio|biography|biografia|about me|sobre mi|extracto|linkedin summary"
    "|profile summary|perfil profesional",
    "skills": "skills|aptitudes|habilidades|competencias|linkedin skills|top skills|conocimientos",
    "languages": "languages|idiomas|spoken languages|lenguas",
    "posts": "posts|post|recent posts|recent post|last post|latest post|linkedin post|publicaciones|publicacion"
    "|ultima publicacion|ultimas publicaciones|publicacion reciente|ultimo post",
    "experience": "experience|experiences|experiencia|positions|work experience|work history|job history",
    "education": "education|educacion|educations|formacion|estudios|schools",
    "custom": "custom|custom fields|campos personalizados",
    "role": "role|rol|icp|icp role|rol icp|buyer persona",
    "format": "format|formato|message format|formato del mensaje|message type|tipo de mensaje",
    "language": "message language|idioma del mensaje|language|idioma|lang",
    "register": "register|registro|tratamiento|message register|registro del mensaje",
}

PARTS: Mapping[str, tuple[str, int]] = {
    heading: (field, part)
    for field, part, headings in (
        ("last_name", 1, "primer apellido|apellido 1|apellido paterno|1er apellido|first surname"),
        ("last_name", 2, "segundo apellido|apellido 2|apellido materno|2o apellido|second surname"),
        ("location", 1, "city|ciudad|poblacion|localidad|municipio|town|mailing city"),
        ("location", 2, "state|provincia|state region|province|region|comunidad autonoma|mailing state|estado region"),
        ("location", 3, "country|pais|country region|pais region|mailing country"),
    )
    for heading in headings.split("|")
}
"""Headings of what is only a part of a field, and its place in it: city, province and country make a location."""

ALIASES: Mapping[str, tuple[str, int]] = {
    heading: (field, rank)
    for field, headings in _HEADINGS.items()
    for rank, heading in reversed(list(enumerate(headings.split("|"))))
}
"""Heading to its field, and how far down the field's list it stands."""

UNSURE = frozenset(
    "name nombre url profile perfil link enlace role rol language idioma register registro tratamiento".split()
)
"""Headings that mean different things in different files: the other columns and the cells decide."""

FIELDS = frozenset(_HEADINGS)
"""Every field that a column can fill."""

_NOISE = frozenset(
    "contact contacto person persona lead prospect prospecto member candidate del de la el the current actual primary"
    " principal main user usuario client cliente hubspot salesforce apollo value 1".split()
)


def alias_of(plain: str) -> tuple[str, int, float] | None:
    """The field, the rank and the confidence of a plain heading, or None if nobody knows it."""
    if plain in ALIASES:
        return *ALIASES[plain], 0.9 if plain in UNSURE else 1.0
    core = " ".join(word for word in plain.split() if word not in _NOISE)
    return (*ALIASES[core], 0.8) if core in ALIASES else None


def is_known_heading(plain: str) -> bool:
    """Whether the plain heading, or what is left of it without filling words, means a field or a part of one."""
    return plain in PARTS or alias_of(plain) is not None
