"""A training run in a thread of its own, and what may be seen of it while it goes on."""
