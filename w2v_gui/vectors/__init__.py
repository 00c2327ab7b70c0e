"""Vectors → answers: neighbours, analogies, test sets, files."""
