"""A training run as a file, and back: what command line and window share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.engine.config import SETTINGS, TrainingConfig
from w2v_gui.engine.prediction import Predictor
from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError, CorpusError, FormatError
from w2v_gui.vectors.formats import write_vectors
from w2v_gui.vectors.formats.model_file import ModelFile
from w2v_gui.vectors.formats.npz import ENDINGS, VECTORS_ONLY, write_model
from w2v_gui.vectors.formats.packing import PACKED
from w2v_gui.vectors.word_vectors import WordVectors, output_vectors

if TYPE_CHECKING:
    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.engine.trainer import Trainer

CHANGEABLE = frozenset(name for name, setting in SETTINGS.items() if setting.live) | {"threads"}
"""Settings that may change between the runs that make one model."""


def model_of(trainer: Trainer, *, copy: bool = True) -> ModelFile:
    """Return all that is needed to go on with a run later.

    To be called between two chunks. Without ``copy`` it shares the trainer's memory and changes as it trains on.
    """
    vocabulary, parameters = trainer.vocabulary, trainer.parameters
    W, W_out = (matrix.copy() if copy else matrix for matrix in (parameters.W, parameters.W_out))
    vectors = WordVectors(vocabulary.words, W, vocabulary.counts, output_vectors(W, W_out))
    return ModelFile(vectors, W_out, trainer.config.to_dict(), trainer.state())


def write_model_or_vectors(path: str | os.PathLike[str], model: ModelFile) -> None:
    """Save everything as ``.npz``, the vectors alone in any other format.

    Raises
    ------
    SaveError
        If the file cannot be written; what was at ``path`` is then unchanged.
    """
    if os.fspath(path).lower().removesuffix(PACKED).endswith(ENDINGS):
        write_model(path, model)
    else:
        write_vectors(path, model.vectors)


def save(path: str | os.PathLike[str], trainer: Trainer) -> None:
    """Save a run as it is now, without copying it first; see `write_model_or_vectors`."""
    write_model_or_vectors(path, model_of(trainer, copy=False))


def resume(corpus: EncodedCorpus, model: ModelFile, **changes: Any) -> Trainer:
    """Return a trainer that goes on where a saved model stopped.

    The rate goes on falling as it did. Where all epochs were done already and ``epochs`` asks for more, the
    additional ones begin at alpha again: what was left of it at the end would teach nothing.

    Parameters
    ----------
    corpus : EncodedCorpus
        The text that the model was trained on.
    model : ModelFile
    **changes
        New values for some of the settings in `CHANGEABLE`.

    Raises
    ------
    FormatError
        If the file holds vectors only, or is damaged.
    ConfigError
        If a change is not allowed, or nothing is left to train.
    CorpusError
        If the model was trained on another text.
    """
    from w2v_gui.engine.trainer import Trainer

    if not (model.config and model.state) or model.W_out is None:
        raise FormatError(VECTORS_ONLY)
    config = _with_changes(TrainingConfig.from_dict(model.config), changes)
    trainer = Trainer(corpus, config)
    try:
        if trainer.vocabulary.words != model.vectors.words:
            raise CorpusError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The model was trained on another text, or on the same one split into other words. Open that text "
                    "with the options it was read with.",
                )
            )
        _restore(trainer, model)
        _apply(trainer, changes)
    except BaseException:
        trainer.close()
        raise
    return trainer


def predictor_of(model: ModelFile) -> Predictor | None:
    """Return who says with a saved model which word is missing; None if it does not hold all that this takes."""
    counts, W_out = model.vectors.counts, model.W_out
    if not model.config or W_out is None or counts is None or counts.min(initial=1) < 1:
        return None
    try:
        return Predictor.of(
            TrainingConfig.from_dict(model.config),
            Vocabulary(model.vectors.words, counts),
            model.vectors.matrix,
            W_out,
        )
    except (ConfigError, ValueError, TypeError):
        # Settings of another version, or matrices that do not fit them: the vectors can still be asked.
        return None


def epochs_done(model: ModelFile) -> int:
    """Return how many epochs a saved model has done if it has done all of them, else 0."""
    done, epochs = model.state.get("epoch"), model.config.get("epochs")
    return done if isinstance(done, int) and isinstance(epochs, int) and done >= epochs else 0


def _with_changes(config: TrainingConfig, changes: dict[str, Any]) -> TrainingConfig:
    """Return the config to make the trainer with: as saved, but for what takes effect from the very start."""
    changed = config.changed(**changes)
    for name in changes:
        if name not in CHANGEABLE and getattr(changed, name) != getattr(config, name):
            raise ConfigError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The model was trained with {name} = {old}, which cannot become {new} now. Leave {name} out, or "
                    "train a new model.",
                ),
                name=name,
                old=getattr(config, name),
                new=getattr(changed, name),
            )
    return config.changed(threads=changed.threads)


def _restore(trainer: Trainer, model: ModelFile) -> None:
    assert model.W_out is not None
    try:
        trainer.restore(model.vectors.matrix, model.W_out, model.state)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors", "The model's state of training is damaged. Take an earlier copy, or train again."
            )
        ) from error


def _apply(trainer: Trainer, changes: dict[str, Any]) -> None:
    ended = trainer.finished
    live = {name: value for name, value in changes.items() if SETTINGS[name].live}
    if live:
        if ended:
            live.setdefault("alpha", trainer.config.alpha)
        trainer.change(**live)
    if trainer.finished:
        raise ConfigError(
            QT_TRANSLATE_NOOP(
                "errors", "The model has done all of its {epochs} epochs. Ask for more of them in order to go on."
            ),
            epochs=trainer.config.epochs,
        )
