"""Who looks after some companies: an office, an officer, an expert, each with how much they have to do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.advising import Engagement
from desktop.content.networks.hub_desk import HubDesk
from desktop.report.advising_words import AdviceWords
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.pieces import label

KEEP, NOBODY = "*", None


class AssignDialog(AskingDialog):
    """Asks for the three; of several companies that differ, what is not chosen stays as it is."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it shows, and who is there
        self,
        parent: QWidget,
        engagements: Sequence[Engagement],
        words: AdviceWords,
        hub: HubDesk,
        load: Mapping[str, int],
        look: Look,
    ) -> None:
        say = look.wording
        count = say.plural("{count} company", "{count} companies", len(engagements))
        super().__init__(parent, Asked(say("Who looks after it?"), say("Assign"), [count]), look)
        self.setObjectName("assign-dialog")
        self._wording, self._words, self._hub, self._load = say, words, hub, load
        self._office = Picker(look, "assign-office", say("Office"))
        self._officer = Picker(look, "assign-officer", say("Officer"))
        self._expert = Picker(look, "assign-expert", say("Expert"))
        fields = (
            (self._office, "office", say("Office"), list(self._offices())),
            (self._officer, "officer", say("Officer"), list(self._people("officer", "coordinator"))),
            (self._expert, "expert", say("Expert"), list(self._people("expert"))),
        )
        for picker, name, words_of, known in fields:
            self._fill(picker, [getattr(each, name) for each in engagements], known)
            self._add(words_of, picker)
        if not (hub.offices or hub.people):
            none = say("No offices or people are known: they come with the edition of the hub.")
            self.inside.addWidget(label(none, "small", "warn"))
        self.first = self._office

    def chosen_for(self, before: Engagement) -> Engagement:
        """Who looks after a company that somebody looked after before."""
        fields = {"office": self._office, "officer": self._officer, "expert": self._expert}
        chosen = {name: picker.choice() or "" for name, picker in fields.items()}
        return replace(before, **{name: value for name, value in chosen.items() if value != KEEP})

    def _fill(self, picker: Picker, before: Sequence[str], known: Sequence[tuple[str, str]]) -> None:
        """The same one is shown; where companies differ, the entry that leaves them alone."""
        say, ids = self._wording, {name for name, _ in known}
        entries: list[tuple[str | None, str]] = [(NOBODY, say("nobody")), *known]
        entries += [(name, name) for name in dict.fromkeys(before) if name and name not in ids]
        if len(set(before)) > 1:
            picker.show_entries([(KEEP, say("leave as it is")), *entries], KEEP)
        else:
            picker.show_entries(entries, before[0] or None)

    def _offices(self) -> Iterator[tuple[str, str]]:
        for office in self._hub.offices.values():
            yield office.id, office.name

    def _people(self, *duties: str) -> Iterator[tuple[str, str]]:
        for person in self._hub.people.values():
            if person.duty in duties:
                load = self._load.get(person.id, 0)
                told = self._wording.plural("{count} company", "{count} companies", load)
                yield person.id, f"{person.name} ({told})"

    def _add(self, words: str, field: QWidget) -> None:
        title, pair = label(words, "small", "muted"), QVBoxLayout()
        title.setBuddy(field)
        pair.setSpacing(6)
        pair.addWidget(title)
        pair.addWidget(field)
        self.inside.addLayout(pair)
