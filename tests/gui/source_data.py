"""Texts read for the tests of the Source card, as the window reads them."""

from w2v_gui.gui.opening import Recipe, read_text


class Job:
    """Tells nobody anything."""

    def report(self, progress):
        pass

    def cancelled(self):
        return False


def opened(*paths, **more):
    """Return what comes of reading some files, or a pasted text."""
    return read_text(Recipe(tuple(map(str, paths)), **more))(Job())


def written(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


CHINESE = "红楼梦里，贾宝玉初试云雨情，刘姥姥一进荣国府。\n" * 20
ENGLISH = "The quick brown fox jumps over the lazy dog, and the dog sleeps.\n" * 20
