"""Panels: one card each. They take data through one method and know neither the thread nor each other."""
