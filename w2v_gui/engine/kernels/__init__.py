"""Fast twins of the reference: compiled, in single precision, without the GIL.

Each choice of the setting ``objective`` is a module of this package with that name, which holds an
`Objective`. A new output layer is a new module, and one line among the setting's choices.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.kernels.work import Objective


def make_objective(config: TrainingConfig, vocabulary: Vocabulary) -> Objective:
    """Return the output layer that the settings ask for."""
    module = import_module(f"{__name__}.{config.objective}")
    objective: Objective = module.Objective(config, vocabulary)
    return objective
