"""All projects and all proposed groups in one list, with filters above it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.projects import Project, Proposal
from desktop.ui.desk import Desk
from desktop.ui.grouped_list import GroupedList, Heading, Line
from desktop.ui.hub.projects.filters import GroupFilters
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.workspace.project_listing import wished
from desktop.workspace.project_words import ProjectWords, state_in_words
from desktop.workspace.projects import Found

_SIDE, _ROW = 40, 72  # pixels
_ENDED = ("done", "dropped")


class Overview(QWidget):
    """Projects under way, proposed groups, and projects that ended.

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
        self._state = label("", "small", "muted")
        self._filters = GroupFilters(self._words, look)
        says = look.wording("Projects and proposed groups")
        self._list = GroupedList(look, "groups", says, self._face, _ROW)
        self._build()
        self._filters.wished.connect(self._show)
        self._list.wanted.connect(self.wanted)

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
        self._filters.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 8, _SIDE, 16)
        column.setSpacing(10)
        column.addWidget(self._filters)
        column.addWidget(self._state)
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
        groups: tuple[tuple[str, Sequence[object]], ...] = (
            (say("Your projects"), open_ones),
            (say("Proposed groups"), proposals),
            (say("Done and dropped"), ended),
        )
        self._entries = entries = []
        for title, found in groups:
            if found:
                entries += [Heading(f"{title} · {say.number(len(found))}"), *found]
        self._list.show_entries(entries)
        self._list.setVisible(bool(entries))
        self._state.setText(self._in_words(self._found, len(proposals)))

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
        return Line(
            title=words.need(proposal.need),
            above=f"{words.way_kind(proposal.way.kind)}: {words.way(proposal.way.kind, proposal.way.id)}",
            detail=f"{words.sector(proposal.sector)} · {words.place_of(proposal.place)}",
            badges=(count, groups) if len(proposal.parts) > 1 else (count,),
        )


def _id_of(entry: object) -> int | str | None:
    return entry.id if isinstance(entry, Project | Proposal) else None
