"""The person's own posts in the activity of a pasted profile.

What they shared, liked or commented on was written by somebody else and says nothing true about them, so it is left
out. Where the page says nothing about who did what, only paragraphs are taken for posts.
"""

from collections.abc import Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents

_MOST = 20
_SHORTEST_PARAGRAPH = 60
_SENTENCE = lazy_pattern(r"\W{0,3}\w+(?:\W{1,3}\w+){3,}\s?[.!?…]['\"»”)]?")
_OWN = lazy_pattern(r".*(?:posted this|ha publicado esto|publico esto|(?<!re)posted|published).{0,25}")
_OWN_AND_TEXT = lazy_pattern(r"[^:«“\"]{0,120}\b(?:posted this|(?:ha publicado|publicó) esto)\s*:\s*(?P<text>\S.*)")
_OTHERS = lazy_pattern(
    r".*(?:reposted|shared this|likes? this|liked|commented on|celebrated|supports|ha compartido|compartio|ha comentado"
    r"|comento|recomienda esto|ha recomendado|le gusta|reacciono|ha reaccionado|lo ha vuelto a publicar"
    r"|volvio a publicar).{0,40}"
)
_NOISE = lazy_pattern(
    r"(?:mas de )?[\d.,]+\s*(?:k|m|mil)?\s*(?:reactions?|comments?|reposts?|followers?|seguidores|reacciones|reaccion"
    r"|comentarios?|veces compartido|recomendaciones)?|posts|comments|images|videos|publicaciones|comentarios|imagenes"
    r"|articulos|articles|follow|seguir|following|siguiendo|create a post|crear publicacion"
    r"|(?:show all|mostrar tod|ver tod).*"
    r"|loaded .*|(?:hace )?\d+ ?(?:h|d|w|mo|yr|min|sem|meses|mes|ano|anos|dias|dia|semanas|semana)s?(?: ·.*| •.*)?"
    r"|edited|editado|like|comment|repost|send|recomendar|comentar|compartir|enviar"
)


def begins_a_post(line: str) -> bool:
    """Whether LinkedIn says in this line that the person wrote what follows in it."""
    return _OWN_AND_TEXT.fullmatch(line) is not None


def read_posts(lines: Sequence[str]) -> list[str]:
    """The posts, newest first as the page shows them."""
    plain = [without_accents(line) for line in lines]
    inline = [_OWN_AND_TEXT.fullmatch(line) for line in lines]
    marked = any(inline) or any(_OWN.fullmatch(line) or _OTHERS.fullmatch(line) for line in plain)
    posts: list[list[str]] = []
    own = not marked
    for line, compared, begun in zip(lines, plain, inline, strict=True):
        if begun:
            own = True
            posts.append([begun["text"]])
        elif _OTHERS.fullmatch(compared):
            own = False
        elif _OWN.fullmatch(compared):
            own = True
            posts.append([])
        elif own and not _NOISE.fullmatch(compared):
            _add(posts, line, marked=marked)
    return ["\n".join(post) for post in posts if post][:_MOST]


def _add(posts: list[list[str]], line: str, *, marked: bool) -> None:
    """One more line: of the post that a mark opened, or a paragraph that is a post by itself."""
    if marked:
        posts[-1].append(line)
    elif len(line) >= _SHORTEST_PARAGRAPH or _SENTENCE.fullmatch(line):
        posts.append([line])
