"""The dialogs that ask for a file or a folder, and the one that says what this is."""

from __future__ import annotations

import os
import platform
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QFileDialog, QInputDialog, QMessageBox

from w2v_gui import __version__
from w2v_gui.gui.help import KeysDialog
from w2v_gui.gui.icons import application_icon
from w2v_gui.gui.language import translated
from w2v_gui.gui.text import duration, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from w2v_gui.vectors.formats.writers import Writer


def choose_texts(parent: QWidget, folder: str) -> list[str]:
    """Ask for files to read; empty when nothing was chosen."""
    paths, _ = QFileDialog.getOpenFileNames(
        parent,
        QCoreApplication.translate("dialogs", "Open text"),
        folder,
        QCoreApplication.translate("dialogs", "Texts (*.txt *.gz *.zip);;All files (*)"),
    )
    return paths


def choose_test_sets(parent: QWidget, folder: str) -> list[str]:
    """Ask for test sets; empty when none was chosen."""
    paths, _ = QFileDialog.getOpenFileNames(
        parent,
        QCoreApplication.translate("dialogs", "Add test sets"),
        folder,
        QCoreApplication.translate("dialogs", "Test sets (*.txt *.tsv *.csv);;All files (*)"),
    )
    return paths


def choose_list(parent: QWidget, folder: str) -> str:
    """Ask for a file with a list of words; empty when none was chosen."""
    path, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("dialogs", "Load a list of words"),
        folder,
        QCoreApplication.translate("dialogs", "Lists (*.txt *.dic *.dict *.gz);;All files (*)"),
    )
    return path


def choose_folder(parent: QWidget, folder: str) -> list[str]:
    """Ask for a folder to read; empty when none was chosen."""
    path = QFileDialog.getExistingDirectory(parent, QCoreApplication.translate("dialogs", "Open folder"), folder)
    return [path] if path else []


def choose_target(parent: QWidget, folder: str, name: str, ending: str) -> str:
    """Ask where a model or its vectors should be saved, and in which format; empty when nothing was chosen.

    The format of ``ending`` is offered first; a name without an ending gets that of the format.
    """
    translate = QCoreApplication.translate
    formats = {
        translate("dialogs", "Model to train on: everything (*.npz)"): ".npz",
        translate("dialogs", "Vectors, word2vec binary (*.bin)"): ".bin",
        translate("dialogs", "Vectors, word2vec text (*.txt)"): ".txt",
    }
    dialog = QFileDialog(parent, translate("dialogs", "Save model or vectors"), folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(formats))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(formats.get(chosen, "")))
    dialog.selectNameFilter(next((text for text, known in formats.items() if known == ending), next(iter(formats))))
    dialog.setDefaultSuffix(formats[dialog.selectedNameFilter()])
    dialog.selectFile(name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return chosen[0] if chosen else ""


class Answer(Enum):
    """What is to be done with a model that is not on disk."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def ask_unsaved(parent: QWidget, name: str, seconds: float, answered: Callable[[Answer], None]) -> None:
    """Ask what is to become of a model that is not on disk; ``answered`` is called with what the user says."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(translate("dialogs", "Unsaved model"))
    box.setText(translate("dialogs", "Save what was learned from “{name}”?").format(name=one_line(name, 60)))
    box.setInformativeText(
        translate("dialogs", "Otherwise {time} of training will be lost.").format(time=duration(seconds))
    )
    answers: dict[QAbstractButton, Answer] = {
        box.addButton(translate("dialogs", "&Save…"), QMessageBox.ButtonRole.AcceptRole): Answer.SAVE,
        box.addButton(translate("dialogs", "&Discard"), QMessageBox.ButtonRole.DestructiveRole): Answer.DISCARD,
        box.addButton(translate("dialogs", "&Cancel"), QMessageBox.ButtonRole.RejectRole): Answer.CANCEL,
    }
    cancel = list(answers)[-1]
    box.setEscapeButton(cancel)
    # Not before the box has closed: what comes next may be another dialog, or the end of the window.
    box.finished.connect(lambda: answered(answers.get(box.clickedButton(), Answer.CANCEL)))
    box.open()


def choose_export(parent: QWidget, folder: str, name: str, kind: str) -> str:
    """Ask where a picture or a table should be saved; empty when nothing was chosen."""
    filters = {
        "png": QCoreApplication.translate("dialogs", "PNG picture (*.png)"),
        "svg": QCoreApplication.translate("dialogs", "SVG drawing (*.svg)"),
        "csv": QCoreApplication.translate("dialogs", "CSV table (*.csv)"),
        "html": QCoreApplication.translate("dialogs", "Web page (*.html)"),
        "pdf": QCoreApplication.translate("dialogs", "PDF document (*.pdf)"),
        "txt": QCoreApplication.translate("dialogs", "Text (*.txt)"),
    }
    title = QCoreApplication.translate("dialogs", "Save what the card shows")
    return _choose_target(parent, title, os.path.join(folder, f"{name}.{kind}"), filters[kind], kind)


def _choose_target(parent: QWidget, title: str, path: str, name_filter: str, suffix: str) -> str:
    dialog = QFileDialog(parent, title, path, name_filter)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Before it is asked whether a file may be replaced: the question is about the name with its ending.
    dialog.setDefaultSuffix(suffix)
    accepted = dialog.exec()
    dialog.deleteLater()
    return dialog.selectedFiles()[0] if accepted else ""


def format_label(writer: Writer) -> str:
    """Return what a format is called where vectors are saved."""
    # Without its settings a model is no more than vectors: nobody could train on.
    return "npz" if writer.key == "npz" else translated("formats", writer.label)


def map_label() -> str:
    """Return what the coordinates of a map are called."""
    return QCoreApplication.translate("dialogs", "Map coordinates")


def choose_vectors_target(parent: QWidget, folder: str, name: str, label: str, ending: str) -> str:
    """Ask where vectors should be saved in one format; empty when nothing was chosen."""
    return _choose_target(
        parent,
        QCoreApplication.translate("dialogs", "Save for other programs"),
        os.path.join(folder, f"{name}{ending}"),
        f"{label} (*{ending})",
        ending.removeprefix("."),
    )


def ask_replace(parent: QWidget, names: Sequence[str], replace: Callable[[], None]) -> None:
    """Ask whether other files may be replaced, too; ``replace`` is called if they may."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(translate("dialogs", "Save for other programs"))
    files = ", ".join(f"“{one_line(name, 60)}”" for name in names)
    box.setText(translate("dialogs", "The format is of several files. Replace {files}, too?").format(files=files))
    yes = box.addButton(translate("dialogs", "&Replace"), QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(box.addButton(translate("dialogs", "&Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.finished.connect(lambda: replace() if box.clickedButton() is yes else None)
    box.open()


def choose_model(parent: QWidget, folder: str) -> list[str]:
    """Ask for a saved model; empty when none was chosen."""
    path, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("dialogs", "Continue a saved model"),
        folder,
        QCoreApplication.translate("dialogs", "Models (*.npz)"),
    )
    return [path] if path else []


def choose_vectors(parent: QWidget, folder: str) -> str:
    """Ask for a file of vectors; empty when none was chosen."""
    path, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("dialogs", "Open vectors"),
        folder,
        # Files are known by their content, and their endings are anybody's.
        QCoreApplication.translate("dialogs", "All files (*)"),
    )
    return path


def ask_first_rows(parent: QWidget, name: str, answered: Callable[[int], None]) -> None:
    """Ask how many rows of a file of vectors should be read; ``answered`` is called unless the user leaves it."""
    translate = QCoreApplication.translate
    dialog = _number_dialog(parent, translate("dialogs", "Open vectors"), 50_000, 2**31 - 1, answered)
    dialog.setIntStep(10_000)
    dialog.setLabelText(
        translate("dialogs", "How many rows of “{name}” should be read, from the first on?").format(
            name=one_line(name, 60)
        )
    )
    dialog.setOkButtonText(translate("dialogs", "&Open"))
    dialog.open()


def ask_epochs(parent: QWidget, done: int, answered: Callable[[int], None], explore: Callable[[], None]) -> None:
    """Ask how often more a model should read the text.

    ``answered`` is called with that, or ``explore`` if the model is good as it is, or none of them.
    """
    translate = QCoreApplication.translate
    dialog = _number_dialog(parent, translate("dialogs", "Continue a saved model"), done, 100_000, answered)
    dialog.setLabelText(
        translate("dialogs", "The model has done all of its {done} epochs. How many more?").format(done=done)
    )
    dialog.setOkButtonText(translate("dialogs", "C&ontinue"))
    dialog.open()
    # Its buttons are made when it is shown.
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    as_it_is = buttons.addButton(translate("dialogs", "None, &ask it"), QDialogButtonBox.ButtonRole.ActionRole)
    as_it_is.setToolTip(translate("dialogs", "Opens the vectors of the model on the Explore page"))
    as_it_is.clicked.connect(dialog.reject)
    as_it_is.clicked.connect(explore)


def _number_dialog(
    parent: QWidget, title: str, proposed: int, most: int, answered: Callable[[int], None]
) -> QInputDialog:
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setInputMode(QInputDialog.InputMode.IntInput)
    dialog.setIntRange(1, most)
    dialog.setIntValue(proposed)
    dialog.setWindowTitle(title)
    dialog.setCancelButtonText(QCoreApplication.translate("dialogs", "&Cancel"))
    dialog.intValueSelected.connect(answered)
    return dialog


def local_paths(data: QMimeData) -> list[str]:
    """Return the files and folders that are dragged or copied, without what is not on this machine."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def show_about(parent: QWidget) -> None:
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIconPixmap(application_icon().pixmap(64, 64))
    box.setWindowTitle(translate("dialogs", "About w2v-gui"))
    box.setText(f"w2v-gui {__version__}")
    box.setInformativeText(
        translate("dialogs", "A desktop laboratory for word2vec. Nothing you open leaves this machine.")
        + f"\n\nPython {platform.python_version()} · Qt {qVersion()} · MIT"
    )
    box.addButton(translate("dialogs", "&Close"), QMessageBox.ButtonRole.RejectRole)
    box.open()


def show_keys(parent: QWidget, sections: Iterable[tuple[str, Sequence[QAction]]]) -> None:
    """Show what can be done with which keys."""
    dialog = KeysDialog(sections, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
