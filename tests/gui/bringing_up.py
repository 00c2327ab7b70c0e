"""Widgets that are tested alone, on the screen and with the keys going to them."""


def bring_up(qtbot, widget, width, height):
    """Show a widget in this size; whoever presses keys then reaches it."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget
