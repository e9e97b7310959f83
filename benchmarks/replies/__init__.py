"""Labelled replies, and how many of them are read right."""
