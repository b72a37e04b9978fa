"""A clash in words: what it is about, what stands there by whom and when, and what was entered here."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from desktop.errors import StorageError
from desktop.report.limit_words import changed_limit
from desktop.storage import Change
from desktop.storage.meanwhile_error import TOLD_APART, Clash
from desktop.storage.purposes import question_of
from desktop.storage.service_clashes import SERVICE
from desktop.text import Wording
from desktop.ui.desk import Desk
from desktop.ui.history.words import ChangeWords
from desktop.ui.home.words import short_name
from desktop.ui.together.service_clash_words import ServiceClashWords
from desktop.workspace import Case


@dataclass(frozen=True, slots=True)
class ToldClash:
    """The three lines."""

    about: str
    theirs: str
    mine: str


class ClashWords:
    """Words for the clashes of a desk."""

    def __init__(self, desk: Desk, wording: Wording) -> None:
        self._desk = desk
        self._wording = wording

    def told(self, clash: Clash, count: int) -> ToldClash:
        """A clash in words; `count` is how many wait."""
        if clash.what == SERVICE:
            workspace = self._desk.workspace
            of_line = ServiceClashWords(workspace.library, workspace.hub.services.one, self._wording)
            about, there, mine = of_line.told(clash)
            return self._lines(clash, count, about, (there, mine))
        case = self._case(clash)
        words = None if case is None else ChangeWords(self._desk.workspace, case, self._wording)
        about = "" if words is None else words.told(_change(clash, clash.theirs)).about
        if case is not None and case is not self._desk.case:
            about = f"{short_name(case.company.name)}: {about}"
        there, mine = (self._detail(words, clash, value) for value in (clash.theirs, clash.mine))
        return self._lines(clash, count, about, (there, mine))

    def _lines(self, clash: Clash, count: int, about: str, values: tuple[str, str]) -> ToldClash:
        say, (there, own) = self._wording, values
        if count > 1:
            about = say("{about} (1 of {count})", about=about, count=count)
        who = clash.by or say("Somebody else")
        when = "" if clash.at is None else _when(clash.at, say)
        theirs = say("{who}, {when}: {what}", who=who, when=when, what=there)
        if not when:
            theirs = say("{who}: {what}", who=who, what=there)
        return ToldClash(about, theirs, say("You, not saved: {what}", what=own))

    def _case(self, clash: Clash) -> Case | None:
        case = self._desk.case
        if case is not None and case.id == clash.round_id:
            return case
        try:
            return self._desk.workspace.case(clash.round_id)
        except StorageError:
            return None

    def _detail(self, words: ChangeWords | None, clash: Clash, value: Any) -> str:
        """From what was there to what is."""
        say = self._wording
        if words is None:
            return str(value)
        if clash.what == TOLD_APART:  # in secret, and the line stands above every page
            return say("another answer")
        if clash.what == "constraints":
            return changed_limit(clash.field, value, self._desk.workspace.library, say)
        if clash.what == "step" and clash.field == "note":
            return say("“{after}”", after=value) if value else say("no note")
        return words.told(_change(clash, value)).detail


def _change(clash: Clash, value: Any) -> Change:
    """A clash as a change from what was seen, which the history has words for."""
    what, key = clash.what, clash.key
    if what == TOLD_APART:
        what, key = "answer", question_of(key.partition(":")[2])
    before, after = (_cell(what, clash.field, each) for each in (clash.seen, value))
    now = clash.at or datetime.now(UTC)
    return Change(0, now, what, key, before, after, clash.by, "", "do", None)


def _cell(what: str, field: str, value: Any) -> Any:
    if what == "answer":
        return None if value is None else {"plain": value}
    return {field: value} if field else value


def _when(moment: datetime, say: Wording) -> str:
    local = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone()
    day, clock = local.date(), f"{local:%H:%M}"
    if day == datetime.now(UTC).astimezone().date():
        return clock
    return say("{day}, {time}", day=say.date(day), time=clock)
