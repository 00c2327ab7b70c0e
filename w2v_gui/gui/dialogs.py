"""The dialogs that ask for a file or a folder, and the one that says what this is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from w2v_gui import __version__

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget


def choose_texts(parent: QWidget, folder: str) -> list[str]:
    """Ask for files to read; empty when nothing was chosen."""
    paths, _ = QFileDialog.getOpenFileNames(
        parent,
        QCoreApplication.translate("dialogs", "Open text"),
        folder,
        QCoreApplication.translate("dialogs", "Texts (*.txt *.gz *.zip);;All files (*)"),
    )
    return paths


def choose_folder(parent: QWidget, folder: str) -> list[str]:
    """Ask for a folder to read; empty when none was chosen."""
    path = QFileDialog.getExistingDirectory(parent, QCoreApplication.translate("dialogs", "Open folder"), folder)
    return [path] if path else []


def choose_target(parent: QWidget, folder: str, name: str) -> str:
    """Ask where vectors should be saved, and so in which format; empty when nothing was chosen."""
    path, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("dialogs", "Save vectors"),
        os.path.join(folder, f"{name}.bin"),
        QCoreApplication.translate(
            "dialogs", "word2vec binary (*.bin);;word2vec text (*.txt);;Model to train on (*.npz)"
        ),
    )
    return path


def choose_export(parent: QWidget, folder: str, name: str, kind: str) -> str:
    """Ask where a picture or a table should be saved; empty when nothing was chosen."""
    filters = {
        "png": QCoreApplication.translate("dialogs", "PNG picture (*.png)"),
        "svg": QCoreApplication.translate("dialogs", "SVG drawing (*.svg)"),
        "csv": QCoreApplication.translate("dialogs", "CSV table (*.csv)"),
    }
    dialog = QFileDialog(
        parent,
        QCoreApplication.translate("dialogs", "Save what the card shows"),
        os.path.join(folder, f"{name}.{kind}"),
        filters[kind],
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Before it is asked whether a file may be replaced: the question is about the name with its ending.
    dialog.setDefaultSuffix(kind)
    accepted = dialog.exec()
    dialog.deleteLater()
    return dialog.selectedFiles()[0] if accepted else ""


def dropped_paths(data: QMimeData) -> list[str]:
    """Return the files and folders that are dragged, without what is not on this machine."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def show_about(parent: QWidget) -> None:
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate("dialogs", "About w2v-gui"))
    box.setText(f"w2v-gui {__version__}")
    box.setInformativeText(
        QCoreApplication.translate(
            "dialogs", "A desktop laboratory for word2vec. Nothing you open leaves this machine."
        )
    )
    box.open()
