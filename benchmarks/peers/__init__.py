"""Comparisons with what others use for the same work; each needs packages of its own (requirements/peers.txt)."""
