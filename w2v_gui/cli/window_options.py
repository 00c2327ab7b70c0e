"""The options of the window: those that open it read them, and the help of the program lists them."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_window_options(parser: argparse.ArgumentParser) -> None:
    """Add what can be said when the window is opened."""
    parser.add_argument(
        "texts",
        nargs="*",
        metavar="FILE",
        help="what to open: texts or folders of them (.txt, .gz, .zip), a saved model (.npz), word vectors of any kind",
    )
    parser.add_argument("--demo", action="store_true", help="open the built-in sample and train at once")
    parser.add_argument(
        "--screenshot",
        type=_picture,
        metavar="FILE.png",
        help="without a screen: train to the end, save a picture, and leave",
    )
    parser.add_argument("--theme", choices=("system", "light", "dark"), help="light, dark, or like the system")
    parser.add_argument("--language", choices=("system", "en", "zh_CN"), help="the language of the window")
    parser.add_argument("--size", type=_size, metavar="WxH", help="size of the window, for example 1440x900")
    parser.add_argument("--ask", metavar="WORD", help="the word whose neighbours are shown")


def _picture(text: str) -> str:
    path = Path(text)
    if path.suffix.lower() != ".png":
        raise argparse.ArgumentTypeError(f"a picture is saved as .png, so its name cannot be “{text}”")
    if not path.absolute().parent.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder “{path.parent}” to save the picture in")
    return text


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"a size is written like 1440x900, not “{text}”") from None
    if not (200 <= width <= 10_000 and 200 <= height <= 10_000):
        raise argparse.ArgumentTypeError(f"{text} is not a size for a window")
    return width, height
