"""A label of several parts that shows as many of them, whole, as there is room for."""

from __future__ import annotations

from w2v_gui.gui.widgets.elided_label import ElidedLabel

SEPARATOR = " · "


class PartsLabel(ElidedLabel):
    """Shows parts with `SEPARATOR` between them; where there is no room the last ones give way."""

    def fitted(self, width: int) -> str:
        parts, metrics = self.text().split(SEPARATOR), self.fontMetrics()
        for count in range(len(parts), 1, -1):
            shown = SEPARATOR.join(parts[:count] if count == len(parts) else [*parts[:count], "…"])
            if metrics.horizontalAdvance(shown) <= width:
                return shown
        # A single part is a sentence of its own: what is left out stands in the tooltip.
        if metrics.horizontalAdvance(parts[0]) <= width:
            return parts[0]
        # Half a word of the first of them says less than nothing; a name may be cut.
        return "" if len(parts) > 1 else super().fitted(width)
