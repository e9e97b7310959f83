"""Grounding: what a text claims, found without being told, and held against the facts.

The world is closed: what a message says must follow from the facts about the person, from what we may say of ourselves
and from the sender, or be ordinary language. `statements.py` reads what each sentence does (does it assert anything,
about whom); `known.py` is all that may be said, worked out once for each person; one module a kind of claim holds the
two against each other and answers with findings. Relations are typed: a figure has a noun and an owner, an employer is
the present one or a former one, a town belongs to the person or to one of their jobs.
"""
