"""Where the window stands, and what can be pressed because of it."""

from __future__ import annotations

from dataclasses import dataclass

from w2v_gui.session.run import RunState


@dataclass(frozen=True)
class Situation:
    """All that decides what the user can ask for at a moment.

    Attributes
    ----------
    has_text : bool
        Whether there is a text to train on.
    reading : bool
        Whether a text is being read.
    state : RunState or None
        Where the run stands; None when there is none.
    has_trainer : bool
        Whether there are weights, of a run that goes on or of one that has ended.
    """

    has_text: bool = False
    reading: bool = False
    state: RunState | None = None
    has_trainer: bool = False

    @property
    def running(self) -> bool:
        """Whether the run is at work, or about to be."""
        return self.state in (RunState.TRAINING, RunState.PREPARING)

    @property
    def active(self) -> bool:
        """Whether a run goes on or waits."""
        return self.state is not None and not self.state.ended

    @property
    def can_open(self) -> bool:
        return not self.reading

    @property
    def can_train(self) -> bool:
        return self.has_text and not self.reading

    @property
    def can_step(self) -> bool:
        return self.can_train and self.state is not RunState.PREPARING

    @property
    def can_stop(self) -> bool:
        return self.active and not self.reading

    @property
    def can_reset(self) -> bool:
        return self.can_train and self.has_trainer and not self.running

    @property
    def can_save(self) -> bool:
        return self.has_trainer
