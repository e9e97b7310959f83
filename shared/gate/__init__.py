"""The gate: whether a text may go to a person, decided without a model from the facts about them.

`facts.py` turns a prospect into numbered facts, `gate.py` examines a draft against them, `checks/` holds one rule a
file, `lexicons/` what the rules know of words. Everything here is a pure function of its arguments; the only reading
from disk is of the lexicons, once a process.
"""
