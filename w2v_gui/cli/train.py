"""The command ``train``."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from w2v_gui.cli.console import counted, duration, say, stage
from w2v_gui.cli.options import (
    add_settings,
    add_text_options,
    given_settings,
    text_files,
    text_options,
    text_without_effect,
    without_effect,
)
from w2v_gui.cli.report import POINTS, LossCurve, Times, write_report
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.errors import ConfigError, CorpusError, DivergenceError, SaveError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from types import FrameType

    from w2v_gui.corpus.ingest import Ingested
    from w2v_gui.corpus.tokenizers import TokenizerOptions
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.vectors.formats.model_file import ModelFile

STANDARD_INPUT = "-"


def train(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Add the options of ``train``; return what carries it out."""
    parser.epilog = (
        "Ctrl-C stops the training and saves what has been learned so far (exit code 130); with a .npz,\n"
        "--resume goes on from there."
    )
    parser.add_argument(
        "texts",
        metavar="TEXT",
        nargs="+",
        help="files (.gz and .zip too), folders (every .txt and .txt.gz in them), or - for standard input",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help="where to save: .bin or .txt as word2vec does, .npz with all that resuming needs",
    )
    parser.add_argument("--report", metavar="FILE.json", help="save settings, versions, times and the loss curve")
    parser.add_argument(
        "--resume",
        metavar="MODEL.npz",
        help="go on with a saved model on the same text; only --alpha, --epochs and --threads can be changed",
    )
    text = parser.add_argument_group("text")
    text.add_argument("--encoding", metavar="NAME", help="encoding of all texts (default: found out for each)")
    add_text_options(text)
    add_settings(parser)
    return _train


def _train(arguments: argparse.Namespace) -> int:
    given = given_settings(arguments)
    resumed = _resumed(arguments.resume)
    # Everything that can be wrong with the command is found out before an hour of work depends on it.
    config = TrainingConfig.from_dict({**(resumed.config if resumed else {}), **given})
    options = text_options(arguments)
    _check_targets(arguments)
    idle = without_effect(config, given)
    if idle:
        say(f"{' and '.join(idle)} has no effect on {config.model} with {config.objective}.")
    try:
        ingested = _ingest(arguments, options)
        trainer = _trainer(ingested, config, resumed, given)
    except KeyboardInterrupt:
        say("Interrupted before the training began; nothing was saved.")
        return 130
    try:
        return _run(trainer, ingested, arguments)
    finally:
        trainer.close()


def _resumed(path: str | None) -> ModelFile | None:
    if path is None:
        return None
    from w2v_gui.vectors.formats.npz import read_model

    return read_model(path)


def _check_targets(arguments: argparse.Namespace) -> None:
    from w2v_gui.vectors.formats import check_writable
    from w2v_gui.vectors.formats.atomic import check_target

    targets = [arguments.output]
    check_writable(arguments.output)
    if arguments.report is not None:
        check_target(arguments.report)
        if os.path.realpath(arguments.report) == os.path.realpath(arguments.output):
            raise ConfigError("The report and the vectors cannot be the same file. Give them different names.")
        targets.append(arguments.report)
    kept = [*arguments.texts, *text_files(arguments)]
    for target in targets:
        if any(_same_file(path, target) for path in kept):
            raise SaveError("“{file}” is one of the files to read. Choose another name for what is saved.", file=target)


def _same_file(path: str, target: str) -> bool:
    try:
        return path != STANDARD_INPUT and os.path.samefile(path, target)
    except (OSError, ValueError):
        return False


def _ingest(arguments: argparse.Namespace, options: TokenizerOptions) -> Ingested:
    from w2v_gui.corpus.ingest import IngestProgress, encode
    from w2v_gui.corpus.lines import LINES
    from w2v_gui.corpus.sources import StreamText, TextSource, open_texts

    if arguments.texts.count(STANDARD_INPUT) > 1:
        raise CorpusError("Standard input can be read only once. Write - only once.")
    sources: list[TextSource] = []
    for path in arguments.texts:
        if path == STANDARD_INPUT:
            sources.append(StreamText(sys.stdin.buffer, "standard input"))
        else:
            sources += open_texts([path])
    with stage("reading") as shown:

        def show(progress: IngestProgress) -> None:
            shown.show(progress.bytes_done, progress.bytes_total, f"{progress.tokens:,} words")

        ingested = encode(sources, options, encoding=arguments.encoding, progress=show)
    report = ingested.report
    say(
        f"{counted(report.tokens, 'word')}, {report.words:,} different, in {counted(report.sentences, 'sentence')}; "
        f"read as {report.language}. {report.reason} {LINES[report.lines]}"
    )
    if report.stopped:
        say(f"{counted(report.stopped, 'stop word')} more {'is' if report.stopped == 1 else 'are'} passed over.")
    idle = text_without_effect(arguments, report.language, options.segmenter)
    if idle:
        say(f"{' and '.join(idle)} has no effect on a text read as {report.language}.")
    for file in report.files:
        if file.decoding.replaced:
            say(
                f"{file.name}: {file.decoding.replaced:,} bytes are no characters in {file.decoding.encoding} and were "
                "replaced; choose another with --encoding if that is wrong."
            )
        elif file.decoding.method == "guess":
            say(
                f"{file.name}: taken for {file.decoding.encoding} ({file.decoding.confidence:.0%} sure); choose "
                "another with --encoding if that is wrong."
            )
    return ingested


def _trainer(ingested: Ingested, config: TrainingConfig, resumed: ModelFile | None, given: dict[str, Any]) -> Trainer:
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.models import resume

    if resumed is not None:
        return resume(ingested.corpus, resumed, **given)
    return Trainer(ingested.corpus, config)


def _run(trainer: Trainer, ingested: Ingested, arguments: argparse.Namespace) -> int:
    curve = LossCurve(trainer.words_total)
    times = Times(ingest=ingested.report.seconds)
    begun = trainer.words_done
    code = 0
    with _stop_requests() as requests:
        try:
            _prepare(trainer, times)
            _loop(trainer, curve, times, requests)
        except DivergenceError as error:
            say(str(error))
            code = 2
    if requests:
        code = 128 + requests[0]
    learned = trainer.words_done > begun
    saved = _save(trainer, arguments.output) if learned else None
    times.words = max(trainer.words_done - begun, 0)
    if learned and saved != arguments.output:
        code = 2
    if requests:
        share = f"after {trainer.words_done:,} of {trainer.words_total:,} words"
        say(f"Stopped {share}; " + (f"saved to {saved}." if saved else "nothing was saved."))
    elif saved is not None:
        say(
            f"Saved {counted(len(trainer.vocabulary), 'vector')} to {saved}: {counted(times.words, 'word')} in "
            f"{duration(times.training)} ({times.words_per_s:,.0f} words/s)."
        )
    elif not learned:
        say("Nothing was learned before that, so nothing was saved.")
    if arguments.report is not None:
        write_report(arguments.report, trainer, ingested.report, curve, times, saved)
    return code


def _prepare(trainer: Trainer, times: Times) -> None:
    start = time.perf_counter()
    with stage("preparing") as shown:
        shown.show(0, None, "compiling the kernels")
        trainer.prepare()
    times.prepare = time.perf_counter() - start


def _loop(trainer: Trainer, curve: LossCurve, times: Times, requests: list[int]) -> None:
    chunk = chunk_words(trainer)
    begun = trainer.words_done
    with stage("training") as shown:
        while not (trainer.finished or requests):
            start = time.perf_counter()
            try:
                result = trainer.train_chunk(chunk)
            finally:
                times.training += time.perf_counter() - start
            curve.add(result.words_done, result.loss, result.predictions)
            speed = (result.words_done - begun) / max(times.training, 1e-9)
            left = duration((trainer.words_total - result.words_done) / max(speed, 1e-9))
            shown.show(
                result.words_done,
                trainer.words_total,
                f"{speed:,.0f} words/s, loss {curve.latest:.3f}, epoch {min(result.epoch + 1, trainer.config.epochs)} "
                f"of {trainer.config.epochs}, {left} left",
            )


def chunk_words(trainer: Trainer) -> int:
    """Return how many words to train between two looks at the keyboard.

    A fixed number and not a fixed time: the same command shall give the same bytes.
    """
    most = min(max(trainer.words_total // POINTS, 5_000), 300_000)
    if trainer.config.objective == "softmax":
        # Three products of V × N numbers for each window.
        most = min(most, max(int(4e9 / (6 * trainer.parameters.W_out.size)), 256))
    return most


@contextlib.contextmanager
def _stop_requests() -> Iterator[list[int]]:
    """Collect requests to stop (Ctrl-C, or being terminated) instead of falling over in the middle of a chunk.

    A second Ctrl-C interrupts at once.
    """
    requests: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield requests
        return

    def ask(number: int, frame: FrameType | None) -> None:
        requests.append(number)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield requests
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)


def _save(trainer: Trainer, output: str) -> str | None:
    """Save the run and return where; if that fails, say so and try the folder for temporary files."""
    from w2v_gui.models import save

    try:
        save(output, trainer)
    except SaveError as error:
        say(str(error))
    else:
        return output
    rescue = Path(tempfile.gettempdir(), f"w2v-gui-{os.getpid()}-{Path(output).name}")
    try:
        save(rescue, trainer)
    except SaveError as error:
        say(str(error))
        return None
    return str(rescue)
