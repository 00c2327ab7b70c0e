from PySide6.QtWidgets import QWidget

from w2v_gui.gui.pages.explore_left import LeftColumn


def test_its_parts_become_lower_only_where_there_is_no_room_for_them(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = LeftColumn()
    column.setParent(page)
    parts = [column.add(QWidget(), size, 1) for size in (390, 340)]
    column.resize(250, 700)
    page.show()
    qtbot.waitExposed(page)
    qtbot.waitUntil(lambda: [part.minimumHeight() for part in parts] == [244, 284])
    column.resize(250, 480)
    qtbot.waitUntil(lambda: sum(part.height() for part in parts) + column.handleWidth() == column.height() == 480)
    column.resize(250, 540)
    qtbot.waitUntil(lambda: parts[1].height() >= 284)
