"""Panels: one card each. They take what is shown and say what is wished for; they know no thread nor each other."""
