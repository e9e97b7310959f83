"""The sections of a pasted LinkedIn profile, by their titles in Spanish and English."""

from collections.abc import Sequence
from enum import StrEnum

from shared.domain.text import without_accents


class Section(StrEnum):
    """A part of a profile. What is in IGNORED is about other things or other people."""

    HEADER = "header"
    ABOUT = "about"
    POSTS = "posts"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    LANGUAGES = "languages"
    IGNORED = "ignored"


_TITLES = {
    Section.ABOUT: "about|acerca de|extracto|sobre mi|summary|resumen",
    Section.POSTS: "activity|actividad|posts|publicaciones",
    Section.EXPERIENCE: "experience|experiencia|work experience|experiencia laboral|experiencia profesional",
    Section.EDUCATION: "education|educacion|formacion|formacion academica|estudios",
    Section.SKILLS: "skills|aptitudes|skills & endorsements|aptitudes y validaciones|conocimientos y aptitudes"
    "|top skills|principales aptitudes|aptitudes principales|habilidades",
    Section.LANGUAGES: "languages|idiomas",
    Section.IGNORED: "featured|destacado|destacados|services|servicios|licenses & certifications"
    "|licencias y certificaciones|certifications|certificaciones|projects|proyectos|courses|cursos|publications"
    "|volunteering|volunteer experience|voluntariado|experiencia de voluntariado|recommendations|recomendaciones"
    "|honors & awards|honors-awards|reconocimientos y premios|patents|patentes|organizations|organizaciones|interests"
    "|intereses|causes|causas beneficas|people also viewed|people you may know|more profiles for you"
    "|explore premium profiles"
    "|mas perfiles para ti|otras personas que has visto|gente que podrias conocer|tambien han visto|you might like"
    "|puede que te guste|te puede interesar|highlights|aspectos destacados|test scores|contact|contactar",
}
_SECTION_OF = {title: section for section, titles in _TITLES.items() for title in titles.split("|")}


def section_of(line: str) -> Section | None:
    """The section that the line is the title of."""
    return _SECTION_OF.get(without_accents(line).strip(" :"))


def split_sections(lines: Sequence[str]) -> dict[Section, list[str]]:
    """The lines of each section, without titles; a section that comes twice goes on."""
    sections: dict[Section, list[str]] = {section: [] for section in Section}
    current = Section.HEADER
    for line in lines:
        title = section_of(line)
        if title is None:
            sections[current].append(line)
        else:
            current = title
    return sections
