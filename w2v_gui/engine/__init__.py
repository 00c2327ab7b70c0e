"""Ids → vectors: the gradients, the fast kernels that apply them, and the trainer."""
