"""What an import has gathered so far: questions with their texts, names and ids given, scales found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from desktop.content.questionnaires.questionnaire_building import Source
from desktop.content.questionnaires.questionnaire_file import (
    ChoiceEntry,
    Condition,
    QuestionEntry,
    QuestionTextEntry,
)
from desktop.exchange.xlsform import extra_columns as extra
from desktop.exchange.xlsform.answerable import Answerable
from desktop.exchange.xlsform.cells import read_cell
from desktop.exchange.xlsform.choice_lists import ChoiceList, Labels
from desktop.exchange.xlsform.conditions import both, condition_of, depth_of
from desktop.exchange.xlsform.expressions import NotExpressible
from desktop.exchange.xlsform.findings import Log
from desktop.exchange.xlsform.languages import Languages
from desktop.exchange.xlsform.naming import Taken, is_id, slug
from desktop.exchange.xlsform.relevant import relevant_of
from desktop.exchange.xlsform.sheets import Row
from desktop.text import Sentence, say

_DEEPEST = 4  # a file may be nested 14 levels deep, and a question's condition begins at the sixth


@dataclass(slots=True)
class DraftQuestion:
    """A question on its way into a section, with its texts by language (none for a shared one)."""

    entry: QuestionEntry
    texts: Mapping[str, QuestionTextEntry]
    follow_ups: list[QuestionEntry] = field(default_factory=list)

    @property
    def finished(self) -> QuestionEntry:
        """The entry with its follow-ups."""
        return msgspec.structs.replace(self.entry, follow_ups=tuple(self.follow_ups))


@dataclass(slots=True)
class Scale:
    """A scale with its labels by language and id of the step; one that is named is kept even unused."""

    steps: tuple[ChoiceEntry, ...]
    labels: Labels
    is_named: bool


@dataclass(slots=True)
class Import:
    """Everything the parts of an import share."""

    languages: Languages
    lists: Mapping[str, ChoiceList]
    homes: Mapping[str, Source]
    log: Log
    scales: dict[str, Scale] = field(default_factory=dict)
    question_ids: Taken = field(default_factory=Taken)
    section_ids: Taken = field(default_factory=Taken)
    by_name: dict[str, Answerable] = field(default_factory=dict)
    by_id: dict[str, Answerable] = field(default_factory=dict)
    _scale_of_list: dict[str, str] = field(default_factory=dict)
    _scale_ids: Taken = field(default_factory=Taken)

    def identity(self, row: Row, taken: Taken, part: str, name: str = "") -> str:
        """The id of what a row stands for: the one written in its extra column, else one made of its name."""
        written, name = row.take(extra.ID), name or row.take("name")
        row.take("name")
        identity = taken.give(written if is_id(written) else slug(name, part), "-")
        self.log.rename(part, written or name, identity)
        return identity

    def remember(self, asked: Answerable) -> None:
        """Let later conditions look at a question."""
        self.by_name.setdefault(asked.name, asked)
        self.by_id[asked.id] = asked

    def scale_of(self, found: ChoiceList) -> str:
        """The id of the scale a list becomes; the list becomes one only once."""
        if found.name not in self._scale_of_list:
            wish = found.scale if is_id(found.scale) else slug(found.name, "scale")
            identity = self._scale_ids.give(wish, "-")
            self._scale_of_list[found.name] = identity
            self.log.rename("scale", found.scale or found.name, identity)
            self.scales[identity] = Scale(tuple(found.entries), found.labels, bool(found.scale))
        return self._scale_of_list[found.name]

    def when(self, row: Row, inherited: Condition | None) -> Condition | None:
        """The condition of a row and of the groups around it."""
        found = both(inherited, self._own_condition(row))
        if found is not None and depth_of(found) > _DEEPEST:
            self._lose_condition(row, say("together with those of its groups it is nested too deeply"))
            return None
        return found

    def _own_condition(self, row: Row) -> Condition | None:
        relevant = " ".join(row.take("relevant").split())
        kept = read_cell(row, extra.WHEN, extra.read_condition, None, self.log)
        if kept is not None:
            if " ".join(relevant_of(kept, self.by_id)[0].split()) == relevant:
                return kept
            what = say("`relevant` was changed since the export; it counts, the condition kept here does not")
            advice = say("see that conditions on the company are still in the questionnaire")
            self.log.findings.append(row.finding(extra.WHEN, what, advice, "X103"))
        if not relevant:
            return None
        try:
            return condition_of(relevant, self.by_name)
        except NotExpressible as reason:
            self._lose_condition(row, reason.sentence)
            return None

    def _lose_condition(self, row: Row, reason: Sentence) -> None:
        what = say("the condition cannot be kept ({reason}); what it concerns is always asked", reason=reason)
        self.log.findings.append(
            row.finding("relevant", what, say("write a `when` by hand, if it matters"), "X103")
        )
