"""The checks: one rule a file, each with a NAME and `examine(reading, context) -> Check`.

A new check is one module here, added to one of the two lists in `shared/gate/rules.py`.
"""
