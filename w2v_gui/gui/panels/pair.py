"""Which pair is looked at, where it comes from, and how far the walk through its step has come."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from w2v_gui.corpus.small_texts import BY_KEY, SMALL_TEXTS
from w2v_gui.gui.form.small_network import SmallNetworkForm
from w2v_gui.gui.form.small_text_menu import SmallTextMenu
from w2v_gui.gui.icons import icon
from w2v_gui.gui.language import sentence
from w2v_gui.gui.pair_entry import PairEntry
from w2v_gui.gui.spellings import missing_sentence, spelling_sentence
from w2v_gui.gui.text import number, plain_label, set_tooltip, short_number
from w2v_gui.gui.theme import LIGHT, Palette, tabular
from w2v_gui.gui.widgets.elided_label import ElidedLabel
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.message_bar import MessageBar
from w2v_gui.gui.widgets.popover import Popover
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.widgets.sentence_view import SentenceView
from w2v_gui.gui.widgets.stage_row import StageRow
from w2v_gui.gui.widgets.word_entry import WordEntry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.errors import UserError
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Place, Scene

SMALL, RUN = "small", "run"

# Narrower than this, words are left away where a sign or a menu says the same.
_WIDE = 1180
_NARROWEST = 930
_SHORT_TITLE = 110
_SIGN = 15


class PairPanel(QFrame):
    """The strip at the top of the page: a row for where pairs come from, and a row for the pair and the walk.

    Attributes
    ----------
    small_asked : Signal(str, object)
        Begin with a small network: the key of its text, and its settings by name.
    run_asked : Signal()
        Take a copy of the run's weights.
    previous_asked, next_pair_asked, random_asked : Signal()
    word_asked : Signal(str)
        The next pair with this word at its centre.
    pair_typed : Signal(str, object)
        A centre word and a tuple of context words.
    unknown : Signal(str)
        A word that was asked for and is not there; `show_spellings` takes the answer.
    stage_chosen : Signal(str)
        The key of a stage.
    back_asked, forward_asked : Signal()
    concordance_asked : Signal(object)
        With a word of the sentence.
    lesson_toggled : Signal(bool)
        The lesson should be there, or not.
    """

    small_asked = Signal(str, object)
    run_asked = Signal()
    previous_asked = Signal()
    next_pair_asked = Signal()
    random_asked = Signal()
    word_asked = Signal(str)
    pair_typed = Signal(str, object)
    unknown = Signal(str)
    stage_chosen = Signal(str)
    back_asked = Signal()
    forward_asked = Signal()
    concordance_asked = Signal(object)
    lesson_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._palette = LIGHT
        self._vocabulary: Vocabulary | None = None
        self._place: Place | None = None
        self._remark: UserError | None = None
        self._source = SMALL
        self._run_there = False
        self._words_done: int | None = None
        self._missing = ""
        self._wide = True
        self.source = Segmented((SMALL, RUN))
        self.source.setObjectName("quiet")
        self.source.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.texts = SmallTextMenu()
        self.network = QPushButton(self)
        self.network.setProperty("kind", "pill")
        self.network.setIconSize(QSize(9, 9))
        self.network.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.form = SmallNetworkForm(SMALL_TEXTS[0].settings)
        self.form_window = Popover(self.network, self.form)
        self.copied = ElidedLabel(kind="muted")
        self.anew = QPushButton(self)
        self.anew.setProperty("kind", "pill")
        self.previous = IconButton("earlier")
        self.next_pair = IconButton("folded")
        self.random = IconButton("random")
        for button in (self.previous, self.next_pair, self.random):
            button.setIconSize(QSize(16, 16))
            button.setFixedWidth(28)
        self.search = WordEntry()
        self.search.setFixedWidth(150)
        self.type_pair = QPushButton(self)
        self.type_pair.setProperty("kind", "pill")
        self.lesson = QPushButton(self)
        self.lesson.setProperty("kind", "pill")
        self.lesson.setCheckable(True)
        self.pair = PairEntry()
        self.pair_window = Popover(self.type_pair, self.pair)
        self.odd = plain_label()
        self.odd.hide()
        self.remark = ElidedLabel(kind="notice")
        self.number = plain_label(kind="muted")
        self.number.setFont(tabular(self.number.font()))
        self.sentence = SentenceView()
        self.stages = StageRow()
        self.message = MessageBar()
        self._lay_out()
        self._connect()
        self.show_small(SMALL_TEXTS[0].key, SMALL_TEXTS[0].settings)
        self._show_source(SMALL)
        self.apply_palette(LIGHT)
        self.retranslate()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        where = (self.source, self.texts, self.network, self.copied, self.anew)
        which = (self.number, self.previous, self.next_pair, self.random, self.search, self.type_pair, self.lesson)
        for widget in (*where, self.odd, self.remark, *which):
            above.addWidget(widget, int(widget is self.remark))
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.sentence, 1)
        below.addWidget(self.stages)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(7)
        column.addLayout(above)
        column.addLayout(below)
        column.addWidget(self.message)
        chain = (
            *self.source.buttons,
            *(self.texts, self.network, self.anew, self.previous, self.next_pair, self.random),
            *(self.search, self.type_pair, self.lesson, self.stages.back),
        )
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.sentence.concordance_asked.connect(self.concordance_asked)
        self.source.chosen.connect(self._choose_source)
        self.texts.chosen.connect(self._choose_text)
        self.network.clicked.connect(self.form_window.open)
        self.form.asked.connect(self._begin_anew)
        self.anew.clicked.connect(self._ask_for_run)
        for button, asked in (
            (self.previous, self.previous_asked),
            (self.next_pair, self.next_pair_asked),
            (self.random, self.random_asked),
        ):
            button.clicked.connect(self.message.hide)
            button.clicked.connect(asked)
        self.search.entered.connect(self._search)
        self.type_pair.clicked.connect(self._open_pair_entry)
        self.lesson.clicked.connect(self.lesson_toggled)
        self.pair.entered.connect(self._take_pair)
        self.stages.chosen.connect(self.stage_chosen)
        self.stages.back_asked.connect(self.back_asked)
        self.stages.forward_asked.connect(self.forward_asked)

    # -- what it is given ---------------------------------------------------------------------------------------

    @property
    def text_key(self) -> str:
        """The key of the small text that is chosen."""
        return self._key

    def show_small(self, key: str, settings: Mapping[str, Any]) -> None:
        """Show which small text is in use, with which settings."""
        self._key = key
        self.texts.show_present(key)
        self.form.show_settings(settings, BY_KEY[key].settings)
        self._name_network()

    def set_run(self, available: bool, words_done: int | None) -> None:
        """Say whether there is a run whose weights can be taken, and how far it had come when they last were."""
        self._run_there, self._words_done = available, words_done
        self.source.button(RUN).setEnabled(available)
        self.anew.setEnabled(available)
        self._describe_run()

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        """Take the words that can be asked for."""
        self._vocabulary = vocabulary
        self._missing = ""
        self.search.set_words(vocabulary.words)
        self.pair.set_vocabulary(vocabulary)

    def show_scene(self, scene: Scene) -> None:
        """Show the pair of a scene, and where it comes from."""
        if scene.source != self._source or self.source.value != scene.source:
            self._show_source(scene.source)
        place = scene.place
        given = place.context if scene.trace.cbow else (place.centre,)
        self.sentence.show_sentence(place.tokens, place.centre, place.context, given)
        self.pair.show_roles(cbow=scene.trace.cbow)
        if place != self._place:
            self._place = place
            self._number()
        if scene.remark is not self._remark:
            self._remark = scene.remark
            self._write_remark()

    def show_stages(self, stages: Sequence[Stage], present: str) -> None:
        """Show the stages of the walk and how far it has come."""
        self.stages.show_stages(stages, present)

    def show_error(self, text: str) -> None:
        """Say what went wrong; what was there before is there still."""
        self.source.set_value(self._source)
        self.message.say(lambda: text, "error")

    def show_spellings(self, word: str, spellings: Sequence[str]) -> None:
        """Say which words are spelled like one that was searched for in vain."""
        if word == self._missing and self._vocabulary is not None:
            kept = len(self._vocabulary)
            self.message.say(lambda: spelling_sentence(word, spellings, kept), "error")

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.sentence.apply_palette(palette)
        self.texts.apply_palette(palette)
        self.network.setIcon(icon("unfolded", palette.muted, palette.border_strong))
        self.odd.setPixmap(icon("warning", palette.notice).pixmap(_SIGN, _SIGN))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The pair and the walk"))
        self.source.set_label(SMALL, self.tr("Small network"))
        self.source.set_label(RUN, self.tr("The run"))
        self.source.setAccessibleName(self.tr("Where the weights come from"))
        self.anew.setText(self.tr("Take anew"))
        set_tooltip(self.anew, self.tr("Copy the weights as the run has them now; what was done to the copy is lost."))
        self.previous.set_meaning(self.tr("Previous pair of the text"))
        self.next_pair.set_meaning(self.tr("Next pair of the text"))
        self.random.set_meaning(self.tr("A pair at random"))
        self.search.setPlaceholderText(self.tr("Find a word"))
        self.search.setAccessibleName(self.tr("Word at the centre of the next pair"))
        set_tooltip(
            self.search, self.tr("The next pair with this word at its centre; Return again for one further on.")
        )
        self.type_pair.setText(self.tr("Type a pair…"))
        self.lesson.setText(self.tr("Lesson"))
        set_tooltip(self.lesson, self.tr("A guided tour through a step, with something to find out at every station."))
        set_tooltip(self.type_pair, self.tr("Words of your own: what would the network make of them?"))
        self._name_network()
        self._describe_run()
        self._number()
        self._write_remark()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        if wide != self._wide:
            self._wide = wide
            self._fit()

    def minimumSizeHint(self) -> QSize:
        # What it needs when it is narrow: else it would never become so.
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def _fit(self) -> None:
        self.stages.set_dense(not self._wide)
        self.search.setFixedWidth(150 if self._wide else 90)
        self.texts.set_room(*(() if self._wide else (_SHORT_TITLE,)))
        self._name_network()
        self._write_remark()

    # -- what the user does -------------------------------------------------------------------------------------

    def _choose_source(self, source: str) -> None:
        if source == SMALL:
            self._begin_small()
        else:
            self._ask_for_run()

    def _ask_for_run(self) -> None:
        self.message.hide()
        self.run_asked.emit()

    def _choose_text(self, key: str) -> None:
        self.show_small(key, BY_KEY[key].settings)
        self._begin_small()

    def _begin_anew(self, settings: dict[str, Any]) -> None:
        self.form_window.close()
        self.show_small(self._key, settings)
        self._begin_small()

    def _begin_small(self) -> None:
        self.message.hide()
        self.small_asked.emit(self._key, self.form.settings)

    def _search(self, typed: str) -> None:
        # To look for the same word once more, one presses Return once more.
        self.search.setText(typed)
        self.search.selectAll()
        self.message.hide()
        self._missing = ""
        known = self._vocabulary.find(typed) if self._vocabulary is not None else None
        if self._vocabulary is None or known is not None:
            self.word_asked.emit(typed if self._vocabulary is None or known is None else self._vocabulary.words[known])
            return
        kept = len(self._vocabulary)
        self._missing = typed
        self.message.say(lambda: missing_sentence(typed, kept), "error")
        self.unknown.emit(typed)

    def _open_pair_entry(self) -> None:
        if self._place is not None:
            tokens = self._place.tokens
            self.pair.suggest(tokens[self._place.centre], [tokens[i] for i in self._place.context])
        self.pair_window.open()

    def _take_pair(self, centre: str, context: tuple[str, ...]) -> None:
        self.pair_window.close()
        self.message.hide()
        self.pair_typed.emit(centre, context)

    # -- what is written ----------------------------------------------------------------------------------------

    def _show_source(self, source: str) -> None:
        self._source = source
        self.source.set_value(source)
        for widget, at in ((self.texts, SMALL), (self.network, SMALL), (self.copied, RUN), (self.anew, RUN)):
            widget.setVisible(source == at)

    def _name_network(self) -> None:
        summary = self.form.summary()
        self.network.setText(summary if self._wide else self.tr("Network…"))
        set_tooltip(self.network, self.tr("The small network: {settings}").format(settings=summary))
        self.network.setAccessibleName(self.tr("The small network: {settings}").format(settings=summary))

    def _describe_run(self) -> None:
        explained = (
            self.tr("Look into a copy of the run's weights; the run itself is not touched.")
            if self._run_there
            else self.tr("There is no run yet: open a text and train, then its weights can be looked into here.")
        )
        set_tooltip(self.source.button(RUN), explained)
        set_tooltip(self.source.button(SMALL), self.tr("A network of a few words, small enough to see every number."))
        self.copied.setText(
            self.tr("a copy of the run's weights after {count} words").format(count=short_number(self._words_done))
            if self._words_done is not None
            else self.tr("a copy of the run's weights")
        )

    def _number(self) -> None:
        place = self._place
        if place is None:
            self.number.setText("")
        elif place.typed:
            self.number.setText(self.tr("Typed pair"))
        elif place.total:
            self.number.setText(
                self.tr("Pair {number} of {total}").format(number=number(place.number), total=number(place.total))
            )
        else:
            self.number.setText(self.tr("Pair at word {position}").format(position=number(place.position + 1)))

    def _write_remark(self) -> None:
        text = sentence(self._remark) if self._remark is not None else ""
        self.remark.setText(text if self._wide else "")
        self.odd.setVisible(bool(text))
        self.odd.setAccessibleName(text)
        set_tooltip(self.odd, text)
