"""Which of several files are texts, which a model to go on with, and which vectors to be asked."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from w2v_gui.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Sequence

MODEL = ".npz"

FEW = 8
"""More files than that are a collection of texts; to look into each of them would hold the window up."""


_LISTED = 1_000
"""A folder is looked at no further than that."""


class SortedFiles(NamedTuple):
    """Files by what they are opened as."""

    texts: list[str]
    models: list[str]
    vectors: list[str]


def sort_files(paths: Sequence[str], text_is_open: bool) -> SortedFiles:
    """Tell files apart by their beginnings; what cannot be read goes where it is said what is wrong with it.

    Parameters
    ----------
    paths : sequence of str
        Files and folders. A folder without a text in which there are vectors stands for these.
    text_is_open : bool
        Whether there is a text already that a model could go on with. Without any, a model is vectors to be asked.
    """
    from w2v_gui.vectors.formats import looks_like_vectors

    paths = [file for path in paths for file in _unfolded(path)]
    models = [path for path in paths if Path(path).suffix.lower() == MODEL]
    others = [path for path in paths if path not in models]
    vectors = [path for path in others if looks_like_vectors(path)] if len(others) <= FEW else []
    belonging = [path for path in others if any(_belongs(path, to) for to in vectors if to != path)]
    vectors = [path for path in vectors if path not in belonging]
    texts = [path for path in others if path not in vectors and path not in belonging]
    asked = [path for path in models if looks_like_vectors(path) and not ((texts or text_is_open) and _can_go_on(path))]
    return SortedFiles(texts, [path for path in models if path not in asked], [*vectors, *asked])


def _unfolded(path: str) -> list[str]:
    """Return the models and vectors in a folder that holds no texts; of anything else, the path itself."""
    try:
        with os.scandir(path) as entries:
            inside = [entry for entry in islice(entries, _LISTED) if not entry.name.startswith(".")]
            if any(entry.is_dir() for entry in inside):
                return [path]
            files = sorted((not _named_as_text(entry.path), entry.path) for entry in inside if entry.is_file())
    except (OSError, ValueError):  # a file, or a name that no file can have
        return [path]
    found = sort_files([file for _, file in files[:FEW]], text_is_open=False)
    return [path] if any(map(_named_as_text, found.texts)) else found.models + found.vectors or [path]


def _named_as_text(path: str) -> bool:
    return path.lower().endswith((".txt", ".txt.gz"))


def _belongs(path: str, vectors: str) -> bool:
    """Whether a file holds no more than the words for a file of vectors beside it."""
    from w2v_gui.vectors.formats.projector_pair import names_words, partners
    from w2v_gui.vectors.formats.vocabulary_files import names_beside

    file, matrix = Path(path), Path(vectors)
    if file.parent != matrix.parent:
        return False
    if names_words(file):
        return matrix in partners(file)
    return matrix.suffix == ".safetensors" and file.name in names_beside(matrix)


def _can_go_on(path: str) -> bool:
    from w2v_gui.vectors.formats.npz import holds_settings

    try:
        return holds_settings(path)
    except FormatError:
        return True
