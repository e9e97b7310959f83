"""Whose something is said to be: the possessives of Spanish and English, folded."""

OWN = frozenset("tu tus su sus vuestro vuestra vuestros vuestras your".split())
"""The reader's: of tú, vos and vosotros, of usted and ustedes (who may be third persons, too), of "you"."""
OURS = frozenset("mi mis nuestro nuestra nuestros nuestras my our".split())
"""The writer's."""
