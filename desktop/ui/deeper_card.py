"""Going deeper: what each further questionnaire would tell this company, and a button that puts it in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.text import Wording
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, rule
from desktop.workspace import Deeper

_NAMED = 3  # topics named in a line; the others are counted


@dataclass(frozen=True, slots=True)
class Ways:
    """The questionnaires not in the round, the most useful first, and the competences' names by id."""

    ways: tuple[Deeper, ...]
    names: Mapping[str, str]


class DeeperCard(QFrame):
    """The questionnaires worth asking, the most useful first, each with what it would add.

    Signals: `wanted` carries the id of the questionnaire to put into the round.
    """

    wanted = Signal(str)

    def __init__(self, found: Ways, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._names = found.names
        self._column = QVBoxLayout(self)
        self._build(found.ways)

    def _build(self, ways: Sequence[Deeper]) -> None:
        self.setProperty("kind", "card")
        self.setObjectName("deeper")
        self._column.setContentsMargins(28, 22, 28, 22)
        self._column.setSpacing(10)
        first = next((way for way in ways if way.is_worth_its_minutes), None)
        say = self._wording
        heading = say("Go deeper") if first is not None else say("Nothing more to ask")
        self._column.addWidget(label(heading, "heading"))
        advice = label(self._advice(first, has_others=any(way.open for way in ways)), "body", "muted")
        advice.setObjectName("deeper-advice")
        self._column.addWidget(advice)
        for way in ways:
            if way.is_worth_asking:
                self._column.addWidget(rule())
                self._column.addLayout(self._row(way, is_first=way is first))
        little = [self._title(way) for way in ways if way.open and not way.is_worth_asking]
        if little:
            self._column.addWidget(rule())
            sentence = say("These would add little for you: {titles}.", titles=", ".join(little))
            self._column.addWidget(label(sentence, "small", "muted"))

    def _advice(self, first: Deeper | None, *, has_others: bool) -> str:
        say = self._wording
        if not has_others:
            return say("All questionnaires for a company like yours are chosen already.")
        if first is None:
            return say(
                "What other questionnaires ask would hardly change your plan. "
                "You can still choose them on the page of the company."
            )
        title = self._title(first)
        if first.known:
            topics = topics_in_words(first.known, self._names, say)
            return say(
                "We suggest going on with “{title}”. It asks about competences that matter to a company "
                "like yours and about which your answers say nothing yet: {topics}.",
                title=title,
                topics=topics,
            )
        topics = topics_in_words(first.firmer, self._names, say)
        return say(
            "We suggest going on with “{title}”. What is known so far about these competences rests on "
            "one answer at most, or is uncertain: {topics}.",
            title=title,
            topics=topics,
        )

    def _row(self, way: Deeper, *, is_first: bool) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self._title(way), "strong"))
        words.addWidget(label(asks_in_words(way, self._wording), "small"))
        if gains := self._gains(way, is_first=is_first):
            words.addWidget(label(gains, "small", "muted"))
        if way.is_wanted_by_hub:
            sentence = self._wording("The hub you chose is a European one and will ask you for it.")
            words.addWidget(label(sentence, "small", "accent"))
        text = self._wording("Add and go on")
        button = Button(text, f"deeper-{way.questionnaire.id}", "primary" if is_first else "plain")
        button.setAccessibleName(f"{text}: {self._title(way)}")
        button.clicked.connect(partial(self.wanted.emit, way.questionnaire.id))
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addLayout(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _gains(self, way: Deeper, *, is_first: bool) -> str:
        """What it adds; of the one advised the advice has named the most important part."""
        say = self._wording
        if not way.value:
            found = way.questionnaire.text(say.language).dimensions.values()
            return say("It looks at: {topics}.", topics=", ".join(each.name for each in found))
        sentences = []
        if way.known and not is_first:
            topics = topics_in_words(way.known, self._names, say)
            sentences.append(say("Not known yet: {topics}.", topics=topics))
        if way.firmer and way.known:
            count = len(way.firmer)
            sentences.append(
                say.plural("More certain: {count} competence.", "More certain: {count} competences.", count)
            )
        elif way.firmer and not is_first:
            topics = topics_in_words(way.firmer, self._names, say)
            sentences.append(say("More certain: {topics}.", topics=topics))
        return " ".join(sentences)

    def _title(self, way: Deeper) -> str:
        return way.questionnaire.text(self._wording.language).title


def asks_in_words(way: Deeper, wording: Wording) -> str:
    """How many questions are open and answered, and the minutes the open ones take."""
    parts = [
        wording.plural("{count} question", "{count} questions", way.open),
        wording.plural("about {count} minute", "about {count} minutes", max(1, way.progress.minutes_left)),
    ]
    if answered := way.progress.answered:
        parts.append(wording.plural("{count} answered already", "{count} answered already", answered))
    return " · ".join(parts)


def topics_in_words(topics: Sequence[str], names: Mapping[str, str], wording: Wording) -> str:
    """The first topics by name, the others as a count."""
    named = [names.get(topic, topic) for topic in topics[:_NAMED]]
    if more := len(topics) - len(named):
        named.append(wording.plural("{count} more", "{count} more", more))
    return ", ".join(named)
