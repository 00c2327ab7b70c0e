"""How widgets look, in the colours of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from w2v_gui.gui.theme import Palette


def stylesheet(p: Palette) -> str:
    """Return the Qt style sheet of the whole application."""
    return f"""
    QMainWindow, QDialog {{ background: {p.window}; }}
    QToolTip {{ background: {p.card}; color: {p.text}; border: 1px solid {p.border_strong}; padding: 5px 7px; }}
    QLabel {{ color: {p.text}; background: transparent; }}
    QLabel[kind="muted"], QLabel[kind="unit"] {{ color: {p.muted}; }}
    QLabel[kind="hint"] {{ color: {p.muted}; font-size: 11px; }}
    QLabel[kind="section"] {{ color: {p.muted}; font-size: 11px; font-weight: 600; }}
    QLabel[kind="title"] {{ font-weight: 600; }}
    QLabel[kind="heading"] {{ font-size: 20px; font-weight: 600; }}
    QLabel[kind="centre"] {{ color: {p.centre}; font-size: 16px; font-weight: 600; }}
    QLabel[kind="notice"] {{ color: {p.notice}; }}
    QLabel[kind="of_context"] {{ color: {p.context}; font-weight: 600; }}
    QLabel[kind="of_centre"] {{ color: {p.centre}; font-weight: 600; }}
    QLabel[kind="empty"] {{ color: {p.muted}; }}
    QLabel[kind="error"] {{ color: {p.error}; }}
    QLabel[kind="station"] {{ font-size: 17px; font-weight: 600; }}
    QLabel[kind="prose"] {{ font-size: 14px; }}
    QLabel[kind="ask"] {{ font-size: 14px; font-weight: 600; }}
    QLabel[kind="praise"] {{ color: {p.positive}; font-size: 14px; font-weight: 600; }}
    QLabel[kind="verified"] {{ color: {p.positive}; font-weight: 600; }}
    QLabel[kind="chip"] {{ background: {p.chip}; color: {p.muted}; border-radius: 10px; padding: 2px 10px; }}

    QFrame#card {{ background: {p.card}; border: 1px solid {p.border}; border-radius: 8px; }}
    QFrame#cardHeader {{ background: transparent; border: none; border-bottom: 1px solid {p.border}; }}
    QFrame#cardFooter {{ background: transparent; border: none; border-top: 1px solid {p.border}; }}
    QFrame#topBar, QFrame#statusBar {{ background: {p.card}; border: none; }}
    QFrame#topBar {{ border-bottom: 1px solid {p.border}; }}
    QFrame#statusBar {{ border-top: 1px solid {p.border}; }}
    QFrame#rail {{ background: {p.card}; border: none; border-right: 1px solid {p.border}; }}
    QToolButton[kind="page"] {{ background: transparent; color: {p.muted}; border: 2px solid transparent;
        border-radius: 8px; padding: 3px 0; font-size: 12px; }}
    QToolButton[kind="page"]:hover {{ background: {p.hover}; color: {p.text}; }}
    QToolButton[kind="page"]:checked {{ background: {p.accent_soft}; color: {p.accent}; font-weight: 600; }}
    QToolButton[kind="page"]:focus {{ border-color: {p.accent}; }}
    QFrame#messageBar {{ border-radius: 8px; margin-top: 8px; }}
    QFrame#popover {{ background: {p.card}; border: 1px solid {p.border_strong}; }}
    QFrame#notice {{ background: {p.accent_soft}; border: none; border-radius: 6px; }}
    QFrame#notice[kind="notice"] {{ background: {p.notice_soft}; }}
    QFrame#notice[kind="notice"] QLabel {{ color: {p.notice}; }}
    QFrame#notice[kind="error"] {{ background: {p.error_soft}; }}
    QFrame#notice[kind="error"] QLabel {{ color: {p.error}; }}
    QFrame#notice QPushButton[kind="pill"] {{ background: {p.card}; border: 1px solid {p.border_strong};
        color: {p.text}; }}
    QFrame#notice QPushButton[kind="pill"]:focus {{ border: 1px solid {p.accent}; }}
    QFrame#task {{ background: {p.window}; border: none; border-radius: 8px; }}
    QFrame#remark {{ background: transparent; border: none; border-left: 3px solid {p.border_strong}; }}
    QFrame#remark[kind="right"] {{ border-left-color: {p.positive}; }}
    QFrame#remark[kind="wrong"] {{ border-left-color: {p.notice}; }}
    QFrame#guidance {{ background: {p.accent_soft}; border: none; border-radius: 8px; margin-top: 8px; }}
    QFrame#messageBar[kind="error"] {{ background: {p.error_soft}; border: 1px solid {p.error}; }}
    QFrame#messageBar[kind="error"] QLabel {{ color: {p.error}; }}
    QFrame#messageBar[kind="notice"] {{ background: {p.notice_soft}; border: 1px solid {p.notice}; }}
    QFrame#messageBar[kind="notice"] QLabel {{ color: {p.notice}; }}
    QFrame#messageBar[kind="info"] {{ background: {p.accent_soft}; border: 1px solid {p.accent}; }}

    QPushButton {{ background: {p.card}; color: {p.text}; border: 1px solid {p.border_strong}; border-radius: 6px;
        padding: 5px 12px; min-height: 18px; }}
    QPushButton:hover {{ background: {p.hover}; }}
    QPushButton:pressed {{ background: {p.chip}; }}
    QPushButton:focus {{ border: 2px solid {p.accent}; padding: 4px 11px; }}
    QPushButton:disabled {{ color: {p.disabled}; border-color: {p.border}; background: {p.card}; }}
    QPushButton[kind="primary"] {{ background: {p.accent}; color: {p.accent_text}; border-color: {p.accent};
        font-weight: 600; }}
    QPushButton[kind="primary"]:hover {{ background: {p.accent_hover}; border-color: {p.accent_hover}; }}
    QPushButton[kind="primary"]:focus {{ border: 2px solid {p.accent_ring}; }}
    QPushButton[kind="primary"]:disabled {{ background: {p.chip}; color: {p.muted}; border-color: {p.chip}; }}
    QPushButton[kind="flat"] {{ background: transparent; border: 1px solid transparent; color: {p.muted};
        padding: 3px 8px; }}
    QPushButton[kind="flat"]:hover {{ background: {p.hover}; color: {p.text}; }}
    QPushButton[kind="flat"]:focus {{ border: 1px solid {p.accent}; }}
    QPushButton[kind="choice"] {{ padding: 0; border-color: {p.border}; }}
    QPushButton[kind="choice"]:hover {{ background: {p.accent_soft}; border-color: {p.accent}; }}
    QPushButton[kind="choice"]:focus {{ border: 2px solid {p.accent}; padding: 0; }}
    QPushButton[kind="way_out"] {{ padding: 3px 9px; min-height: 16px; font-size: 12px; }}
    QPushButton[kind="way_out"]:focus {{ border: 1px solid {p.accent}; padding: 3px 9px; }}
    QPushButton[kind="fold"] {{ background: transparent; border: 1px solid transparent; color: {p.muted};
        font-size: 11px; font-weight: 600; padding: 3px 0; margin-left: -6px; text-align: left; }}
    QPushButton[kind="fold"]:hover {{ color: {p.text}; }}
    QPushButton[kind="fold"]:focus {{ border: 1px solid {p.accent}; }}
    QPushButton[kind="column"] {{ background: transparent; border: 1px solid transparent; border-radius: 4px;
        color: {p.muted}; font-size: 11px; font-weight: 600; padding: 0 3px; margin: 2px 0; min-height: 14px; }}
    QPushButton[kind="column"]:hover {{ color: {p.text}; }}
    QPushButton[kind="column"]:focus {{ border: 1px solid {p.accent}; }}
    QPushButton[kind="tool"] {{ background: transparent; border: 1px solid transparent; border-radius: 5px;
        color: {p.muted}; padding: 2px 4px; min-height: 16px; }}
    QPushButton[kind="tool"]:hover {{ background: {p.hover}; color: {p.text}; }}
    QPushButton[kind="tool"]:checked {{ background: {p.accent_soft}; color: {p.accent}; }}
    QPushButton[kind="tool"]:focus {{ border: 1px solid {p.accent}; }}
    QPushButton[kind="tool"]:disabled {{ color: {p.disabled}; }}
    QPushButton[kind="pill"] {{ background: {p.chip}; color: {p.muted}; border: 1px solid {p.chip};
        border-radius: 10px; padding: 1px 10px; }}
    QPushButton[kind="pill"][dense="true"] {{ padding: 1px 6px; }}
    QPushButton[kind="pill"]:hover {{ color: {p.text}; }}
    QPushButton[kind="pill"]:focus {{ border: 1px solid {p.accent}; }}

    QPushButton[kind="drop_down"] {{ padding: 3px 8px; text-align: left; background: {p.field}; }}
    QPushButton[kind="drop_down"]:hover {{ background: {p.hover}; }}
    QPushButton[kind="drop_down"]:focus {{ border: 1px solid {p.accent}; }}

    QPushButton[kind="stage"] {{ background: transparent; border-color: {p.border}; color: {p.text};
        padding: 4px 8px; }}
    QPushButton[kind="stage"][dense="true"] {{ padding: 4px 3px; }}
    QPushButton[kind="stage"]:hover {{ background: {p.hover}; }}
    QPushButton[kind="stage"][reached="known"] {{ color: {p.context}; }}
    QPushButton[kind="stage"][reached="present"] {{ background: {p.accent}; color: {p.accent_text};
        border-color: {p.accent}; }}
    QPushButton[kind="stage"]:focus {{ border: 1px solid {p.text}; }}

    QPushButton[kind="segment"] {{ border-radius: 0; padding: 4px 2px; margin: 0; border-right-width: 0; }}
    QPushButton[kind="segment"][place="first"], QPushButton[kind="segment"][place="only"] {{
        border-top-left-radius: 6px; border-bottom-left-radius: 6px; }}
    QPushButton[kind="segment"][place="last"], QPushButton[kind="segment"][place="only"] {{
        border-top-right-radius: 6px; border-bottom-right-radius: 6px; border-right-width: 1px; }}
    QPushButton[kind="segment"]:checked {{ background: {p.accent}; color: {p.accent_text};
        border-color: {p.accent}; }}
    QPushButton[kind="segment"]:disabled {{ color: {p.muted}; border-color: {p.border}; }}
    QPushButton[kind="segment"]:checked:disabled {{ background: {p.accent_soft}; color: {p.text};
        border-color: {p.border_strong}; }}
    QPushButton[kind="segment"]:focus {{ border-color: {p.text}; }}
    QFrame#cardHeader QPushButton[kind="segment"], QWidget#quiet QPushButton[kind="segment"] {{
        padding: 1px 7px; min-height: 17px; font-size: 12px; color: {p.muted}; border-color: {p.border}; }}
    QFrame#cardHeader QPushButton[kind="segment"]:hover, QWidget#quiet QPushButton[kind="segment"]:hover {{
        color: {p.text}; }}
    QFrame#cardHeader QPushButton[kind="segment"]:disabled, QWidget#quiet QPushButton[kind="segment"]:disabled {{
        color: {p.disabled}; }}
    QFrame#cardHeader QPushButton[kind="segment"]:checked, QWidget#quiet QPushButton[kind="segment"]:checked {{
        background: {p.accent_soft}; color: {p.accent}; border-color: {p.accent_soft}; }}
    QFrame#cardHeader QPushButton[kind="segment"]:focus, QWidget#quiet QPushButton[kind="segment"]:focus {{
        border: 1px solid {p.accent}; }}

    QLineEdit {{ background: {p.field}; color: {p.text}; border: 1px solid {p.border_strong}; border-radius: 6px;
        padding: 4px 8px; min-height: 18px; selection-background-color: {p.accent};
        selection-color: {p.accent_text}; }}
    QLineEdit:focus {{ border: 1px solid {p.accent}; }}
    QLineEdit:disabled {{ color: {p.muted}; background: {p.window}; border-color: {p.border}; }}
    QLineEdit[wrong="true"] {{ border: 1px solid {p.error}; background: {p.error_soft}; }}
    QPlainTextEdit {{ background: {p.field}; color: {p.text}; border: 1px solid {p.border_strong}; border-radius: 6px;
        selection-background-color: {p.accent}; selection-color: {p.accent_text}; }}
    QPlainTextEdit:focus {{ border: 1px solid {p.accent}; }}
    QCheckBox {{ color: {p.text}; spacing: 8px; }}
    QCheckBox:disabled {{ color: {p.muted}; }}

    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
    QScrollBar::handle:vertical {{ background: {p.border_strong}; border-radius: 3px; min-height: 24px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: transparent; height: 0; }}

    QMenuBar {{ background: {p.card}; color: {p.text}; padding: 1px 6px; }}
    QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected {{ background: {p.hover}; }}
    QMenu {{ background: {p.card}; color: {p.text}; border: 1px solid {p.border_strong}; padding: 4px; }}
    QMenu::item {{ padding: 5px 24px 5px 20px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {p.accent_soft}; }}
    QMenu::item:disabled {{ color: {p.disabled}; }}
    QMenu::separator {{ height: 1px; background: {p.border}; margin: 4px 8px; }}
    QListView {{ background: {p.card}; color: {p.text}; border: 1px solid {p.border_strong}; outline: none; }}
    QListView::item {{ padding: 4px 8px; }}
    QListView::item:selected {{ background: {p.accent_soft}; color: {p.text}; }}
    QListView#files {{ border: 1px solid {p.border}; border-radius: 6px; background: transparent; }}
    QListView#files:focus {{ border: 1px solid {p.accent}; }}
    QTableView {{ background: transparent; border: 1px solid transparent; border-radius: 4px; outline: none; }}
    QTableView:focus {{ border: 1px solid {p.accent}; }}
    QTableView::item {{ padding: 0 6px; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ background: transparent; color: {p.muted}; border: none;
        border-bottom: 1px solid {p.border}; padding: 2px 7px 4px; font-size: 11px; }}
    QSlider {{ min-height: 18px; }}
    QSlider::groove:horizontal {{ background: {p.chip}; height: 4px; border-radius: 2px; }}
    QSlider::sub-page:horizontal {{ background: {p.accent}; height: 4px; border-radius: 2px; }}
    QSlider::handle:horizontal {{ background: {p.card}; border: 2px solid {p.accent}; width: 11px; margin: -6px 0;
        border-radius: 7px; }}
    QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ background: {p.accent}; }}
    QSlider::sub-page:horizontal:disabled {{ background: {p.chip}; }}
    QSlider::handle:horizontal:disabled {{ border-color: {p.border_strong}; }}
    QSplitter::handle {{ background: transparent; }}
    QSplitter::handle:hover {{ background: {p.border}; }}
    QGraphicsView {{ background: transparent; border: none; }}
    """
