from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from w2v_gui.gui.widgets.icon_button import IconButton


def test_a_button_that_cannot_be_pressed_is_seen_to_be_so(qtbot, theme):
    button = IconButton("left")
    qtbot.addWidget(button)
    for name in ("light", "dark"):
        theme.set_mode(name)
        button.show()
        qtbot.waitExposed(button)
        size = QSize(16, 16)
        normal, disabled = (
            button.icon().pixmap(size, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
        )
        assert normal != disabled
