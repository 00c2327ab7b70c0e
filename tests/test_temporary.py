import os

import pytest

from w2v_gui.temporary import temporary_file


def in_folder(monkeypatch, folder) -> None:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_: str(folder))


def test_it_keeps_what_is_written(tmp_path, monkeypatch):
    in_folder(monkeypatch, tmp_path / "new" / "cache")
    with temporary_file() as file:
        file.write(b"numbers")
        file.seek(0)
        assert file.read() == b"numbers"
    assert (tmp_path / "new" / "cache").is_dir()


@pytest.mark.skipif(os.name != "posix", reason="files have names there")
def test_it_has_no_name(tmp_path, monkeypatch):
    in_folder(monkeypatch, tmp_path)
    with temporary_file():
        assert list(tmp_path.iterdir()) == []


def test_without_a_folder_of_ours_the_system_has_one(tmp_path, monkeypatch):
    (tmp_path / "occupied").write_bytes(b"")
    in_folder(monkeypatch, tmp_path / "occupied" / "cache")
    with temporary_file() as file:
        assert file.write(b"numbers") == 7
