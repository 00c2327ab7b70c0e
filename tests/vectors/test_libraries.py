import importlib
import threading
from concurrent.futures import ThreadPoolExecutor

from w2v_gui.vectors.libraries import library


def test_one_at_a_time(monkeypatch):
    inside = threading.Semaphore(1)

    def slow(name):
        assert inside.acquire(blocking=False), "two at the same time"
        # Whoever else may come in comes now.
        threading.Event().wait(0.02)
        inside.release()
        return name

    monkeypatch.setattr(importlib, "import_module", slow)
    names = ["scipy.spatial", "scipy.cluster.hierarchy", "scipy.sparse"]
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(library, names)) == names


def test_a_module_is_what_python_imports():
    assert library("json") is importlib.import_module("json")
