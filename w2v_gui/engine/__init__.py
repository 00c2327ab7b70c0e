"""Ids → vectors: the gradients, the fast kernels that apply them, the trainer, and single steps to look into."""
