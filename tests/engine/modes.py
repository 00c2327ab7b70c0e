"""The six modes of one step, and what their loss is in plain Python: an oracle that shares nothing with the engine."""

from __future__ import annotations

import math

import numpy as np

from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.network import Network

MODELS = ("cbow", "skipgram")
OBJECTIVES = ("softmax", "negative_sampling", "hierarchical_softmax")
MODES = [(model, objective) for model in MODELS for objective in OBJECTIVES]

CENTRE, CONTEXT = 1, (0, 2, 0)  # 我 stands in the context twice


def network(model: str, objective: str, **more) -> Network:
    """Return a network over the nine words of the derivation's sentence."""
    config = TrainingConfig(model=model, objective=objective, vector_size=5, window=1, min_count=1, **more)
    return Network.small(derivation_sentence().vocabulary, config)


def plain_loss(W, W_out, example, objective, tree=None) -> float:
    """Return E, word by word and number by number."""
    dimensions = range(len(W[0]))
    h = [sum(W[word][i] for word in example.inputs) / len(example.inputs) for i in dimensions]

    def u(row):
        return sum(W_out[row][i] * h[i] for i in dimensions)

    total = 0.0
    for c, target in enumerate(example.targets):
        if objective == "softmax":
            total -= math.log(math.exp(u(target)) / sum(math.exp(u(j)) for j in range(len(W_out))))
        elif objective == "negative_sampling":
            total -= math.log(1 / (1 + math.exp(-u(target))))
            total -= sum(math.log(1 / (1 + math.exp(u(n)))) for n in example.noise[c] if n != target)
        else:
            for node, bit in zip(*tree.way(target), strict=True):
                total -= math.log(1 / (1 + math.exp(u(node) if bit else -u(node))))
    return total


def plain_gradients(net: Network, example):
    """Return central differences of `plain_loss`, for every element of both matrices."""
    W, W_out = net.W.copy(), net.W_out.copy()
    gradients = []
    for matrix in (W, W_out):
        gradient = np.zeros_like(matrix)
        for place in np.ndindex(matrix.shape):
            kept, sides = matrix[place], []
            for nudge in (1e-5, -1e-5):
                matrix[place] = kept + nudge
                sides.append(plain_loss(W, W_out, example, net.config.objective, net.layer.tree))
            matrix[place] = kept
            gradient[place] = (sides[0] - sides[1]) / 2e-5
        gradients.append(gradient)
    return gradients
