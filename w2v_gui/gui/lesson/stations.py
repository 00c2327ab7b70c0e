"""All stations, in their order."""

from __future__ import annotations

from w2v_gui.gui.lesson import cost, forward, learning, skipgram

STATIONS = (*forward.STATIONS, *learning.STATIONS, *skipgram.STATIONS, *cost.STATIONS)
