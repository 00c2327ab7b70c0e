"""Panels: one card each. They take what is shown, say what is wished for, and know neither the thread nor each other."""
