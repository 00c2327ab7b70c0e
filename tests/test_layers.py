"""Who may import whom: read from the imports, wherever in a file they stand."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import w2v_gui

PACKAGE = Path(w2v_gui.__file__).parent

# The data flows text → ids → vectors → answers → window; nothing looks back, and what starts the program sees all.
ALLOWED = {
    "errors": set(),
    "memory": set(),
    "machine": set(),
    "temporary": set(),
    "compiled": {"errors", "memory"},
    "setting": {"errors"},
    "corpus": {"errors", "setting", "compiled", "memory", "temporary"},
    "vectors": {"errors", "setting", "compiled", "machine", "temporary"},
    "engine": {"errors", "setting", "compiled", "memory", "temporary", "corpus"},
    "session": {"errors", "machine", "engine", "corpus"},
    "models": {"errors", "engine", "corpus", "vectors"},
    "cli": {"errors", "setting", "models", "engine", "corpus", "vectors"},
    "gui": {"errors", "machine", "setting", "session", "models", "engine", "corpus", "vectors"},
    "app": {"cli", "gui"},
    "__main__": {"app", "cli", "errors"},
}
QT = ("PySide6", "pyqtgraph", "shiboken6")
KNOW_QT = {"gui", "app"}
THREAD = "session/training_thread.py"
HEAVY = {"numba", "llvmlite", "rjieba"}

FILES = sorted(PACKAGE.glob("**/*.py"))


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path, *, at_start_only: bool = False) -> set[str]:
    """Return the modules that a file imports; ``at_start_only`` leaves out what functions and type checkers import."""
    found: set[str] = set()

    def visit(node: ast.AST) -> None:
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "w2v_gui":
                found.update(f"w2v_gui.{alias.name}" for alias in node.names)
            elif node.module:
                found.add(node.module)
        if at_start_only and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            return
        if at_start_only and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            return
        for child in ast.iter_child_nodes(node):
            visit(child)

    visit(ast.parse(path.read_text(encoding="utf-8")))
    return found


def ours(modules: set[str]) -> set[str]:
    parts = [module.split(".") for module in modules]
    return {part[1] for part in parts if part[0] == "w2v_gui" and len(part) > 1} - {"__version__"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_follow_the_data(path):
    layer = layer_of(path)
    if layer == "__init__":
        return
    assert layer in ALLOWED, f"a new layer, {layer}: say here what it may import"
    assert ours(imports(path)) - {layer} <= ALLOWED[layer]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_the_window_knows_qt(path):
    if layer_of(path) in KNOW_QT or path.relative_to(PACKAGE).as_posix() == THREAD:
        return
    assert not {module for module in imports(path) if module.split(".")[0] in QT}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_panels_and_widgets_do_not_know_each_other(path):
    parts = path.relative_to(PACKAGE).parts
    if parts[:2] == ("gui", "panels") and parts[-1] not in ("plots.py", "__init__.py"):
        others = {m for m in imports(path) if m.startswith("w2v_gui.gui.panels.")}
        assert others <= {"w2v_gui.gui.panels.plots"}
        assert not {m for m in imports(path) if "controller" in m or "training_thread" in m}
    if parts[:2] == ("gui", "widgets"):
        assert not {m for m in imports(path) if m.startswith(("w2v_gui.gui.panels", "w2v_gui.gui.pages"))}
        assert ours(imports(path)) <= {"gui"}


def test_the_window_starts_without_the_compiler_and_the_segmenter():
    """Follow the imports that happen at start-up, file by file."""
    seen: set[Path] = set()
    waiting = [PACKAGE / "app.py", PACKAGE / "gui" / "start.py"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        modules = imports(path, at_start_only=True)
        assert not {m.split(".")[0] for m in modules} & HEAVY, path
        for module in modules:
            if module.startswith("w2v_gui."):
                base = PACKAGE.joinpath(*module.split(".")[1:])
                waiting += [p for p in (base.with_suffix(".py"), base / "__init__.py") if p.exists()]
    assert len(seen) > 20
