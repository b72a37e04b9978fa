"""Projects and the best of the proposed groups in one list, with filters above it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.projects import Project, Proposal, best
from desktop.ui.desk import Desk
from desktop.ui.grouped_list import GroupedList, Heading, Line
from desktop.ui.hub.projects.filters import GroupFilters
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace.project_listing import wished
from desktop.workspace.project_reasons import money_in_a_clause
from desktop.workspace.project_words import ProjectWords, state_in_words
from desktop.workspace.projects import Found

_SIDE, _ROW = 40, 72  # pixels
_ENDED = ("done", "dropped")


class Overview(QWidget):
    """Projects under way, the best of the proposed groups (or all of them), and projects that ended.

    Signals: `wanted` carries the Project or Proposal the user wants to look at.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._words = ProjectWords(desk.workspace.library, look.wording)
        self._found: Found | None = None
        self._projects: Sequence[Project] = ()
        self._entries: list[object] = []
        self._shows_all = False
        self._state = label("", "small", "muted")
        self._more = Button("", "groups-all", "quiet")
        self._filters = GroupFilters(self._words, look)
        says = look.wording("Projects and proposed groups")
        self._list = GroupedList(look, "groups", says, self._face, _ROW)
        self._build()
        self._filters.wished.connect(self._show)
        self._list.wanted.connect(self.wanted)
        self._more.clicked.connect(self._on_more)

    def say(self, words: str) -> None:
        """Tell above the list what goes on."""
        self._state.setText(words)

    def show_found(self, found: Found, projects: Sequence[Project]) -> None:
        """Show what was found, and the projects there are."""
        self._found, self._projects = found, projects
        self._filters.show_proposals(found.proposals)
        self._filters.setVisible(bool(found.proposals))
        self._show()

    def choose(self, entry: object) -> None:
        """Go to a line of the list, also where it says something else by now."""
        same = (each for each in self._entries if _id_of(each) is not None and _id_of(each) == _id_of(entry))
        self._list.choose(next(same, None))

    def _build(self) -> None:
        self._state.setObjectName("groups-state")
        for each in (self._filters, self._more, self._list):
            each.hide()  # until it is known what there is
        told = QHBoxLayout()
        told.addWidget(self._state, 1)
        told.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 8, _SIDE, 16)
        column.setSpacing(10)
        column.addWidget(self._filters)
        column.addLayout(told)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        self.setFocusProxy(self._list)

    def _show(self) -> None:
        if self._found is None:
            return
        say = self._wording
        open_ones = [each for each in self._projects if each.state not in _ENDED]
        ended = [each for each in self._projects if each.state in _ENDED]
        proposals = wished(self._found.proposals, self._filters.wish, self._words)
        shown = proposals if self._shows_all else best(proposals)
        groups: tuple[tuple[str, Sequence[object]], ...] = (
            (self._counted(say("Your projects"), open_ones), open_ones),
            (self._proposed(shown, len(proposals)), shown),
            (self._counted(say("Done and dropped"), ended), ended),
        )
        self._entries = entries = []
        for title, found in groups:
            if found:
                entries += [Heading(title), *found]
        self._list.show_entries(entries)
        self._list.setVisible(bool(entries))
        self._state.setText(self._in_words(self._found, len(proposals)))
        self._more.setVisible(self._shows_all or len(shown) < len(proposals))
        self._more.setText(self._all_or_best(len(proposals)))

    def _counted(self, title: str, entries: Sequence[object]) -> str:
        return f"{title} · {self._wording.number(len(entries))}"

    def _proposed(self, shown: Sequence[Proposal], of: int) -> str:
        say = self._wording
        if len(shown) == of:
            return self._counted(say("Proposed groups"), shown)
        return say("Proposed groups, the best {shown} of {count}", shown=len(shown), count=say.number(of))

    def _all_or_best(self, count: int) -> str:
        say = self._wording
        if self._shows_all:
            return say("Show the best alone")
        return say("Show all {count}", count=say.number(count))

    def _on_more(self) -> None:
        self._shows_all = not self._shows_all
        self._show()

    def _in_words(self, found: Found, shown: int) -> str:
        say = self._wording
        if not found.count:
            return say(
                "No company's answers are here yet. Once plans come in or questionnaires are answered, "
                "companies that lack the same are proposed here for a course or a voucher together."
            )
        told = say.plural(
            "The needs of {count} company were compared.",
            "The needs of {count} companies were compared.",
            found.count,
        )
        if not found.proposals:
            told += " " + say(
                "No group is large enough: companies must lack the same, in the same sector and place."
            )
        elif not shown:
            told += " " + say("No group is as you wish: choose other filters.")
        if found.placeless:
            told += " " + say.plural(
                "{count} is in no group, because its sector or its place is missing.",
                "{count} are in no group, because their sector or their place is missing.",
                found.placeless,
            )
        if found.withdrawn:
            told += " " + say.plural(
                "{count} withdrew its consent and is left out.",
                "{count} withdrew their consent and are left out.",
                found.withdrawn,
            )
        return told

    def _face(self, entry: object) -> Line:
        if isinstance(entry, Project):
            return self._face_of_project(entry)
        return self._face_of_proposal(entry) if isinstance(entry, Proposal) else Line("")

    def _face_of_project(self, project: Project) -> Line:
        say, words, about = self._wording, self._words, project.about
        inside = say.plural("{count} takes part", "{count} take part", project.members.get("in", 0))
        of = say.plural("{count} company", "{count} companies", sum(project.members.values()))
        return Line(
            title=project.title,
            above=f"{words.way_kind(about.way_kind)}: {words.way(about.way_kind, about.way)}",
            detail=f"{of}, {inside}",
            badges=(state_in_words(project.state, say),),
            is_faint=project.state in _ENDED,
        )

    def _face_of_proposal(self, proposal: Proposal) -> Line:
        say, words = self._wording, self._words
        count = say.plural("{count} company", "{count} companies", proposal.count)
        groups = say.plural("{count} group", "{count} groups", len(proposal.parts))
        in_one = max(len(part.members) for part in proposal.parts)
        money = money_in_a_clause(proposal.way, in_one, words)
        return Line(
            title=words.need(proposal.need),
            above=f"{words.way_kind(proposal.way.kind)}: {words.way(proposal.way.kind, proposal.way.id)}",
            detail=f"{words.sector(proposal.sector)} · {words.place_of(proposal.place)} · {money}",
            badges=(count, groups) if len(proposal.parts) > 1 else (count,),
        )


def _id_of(entry: object) -> int | str | None:
    return entry.id if isinstance(entry, Project | Proposal) else None
