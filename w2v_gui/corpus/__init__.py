"""Text → ids: what the model reads."""
