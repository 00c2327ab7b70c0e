"""A training run in a thread of its own, a walk through single steps, and what may be seen of either."""
