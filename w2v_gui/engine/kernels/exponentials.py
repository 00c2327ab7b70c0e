"""What both forms of softmax do with a row of logits."""

from __future__ import annotations

import math

import numpy as np
from numba import float32, uint64

from w2v_gui.compiled import compiled
from w2v_gui.engine.kernels.primitives import exponential
from w2v_gui.engine.kernels.simd import WIDTH, largest, load, maximum, splat


@compiled
def largest_of(values):
    """Return the largest of some numbers, a vector at a time: one by one, each comparison would await the last."""
    size = values.shape[0]
    vectors = size // WIDTH * WIDTH
    tops = splat(values[0])
    for j in range(0, vectors, WIDTH):
        tops = maximum(load(values, uint64(j)), tops)
    top = largest(tops)
    for j in range(vectors, size):
        top = max(top, values[j])
    return top


@compiled
def exponentials(logits, targets):
    """Replace the logits u by exp(u − largest); return their sum, and the loss of the targets, (3) and (7)."""
    top = largest_of(logits)
    wanted = 0.0
    for i in range(targets.shape[0]):
        wanted += np.float64(logits[targets[i]]) - np.float64(top)
    mass = float32(0)
    for j in range(logits.shape[0]):
        value = exponential(logits[j] - top)
        logits[j] = value
        mass += value
    return mass, targets.shape[0] * math.log(np.float64(mass)) - wanted
