"""What several people of a company answered to its questions: who they are, and how far apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from desktop.content.catalogues.catalogue_file import Role
from desktop.scores import VoicesApart


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who answered for the company; the label is empty where it may not be told.

    `number` counts those of the same role from 1; 0 for whoever is the only one.
    """

    role: Role
    label: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class SeveralVoices:
    """A questionnaire that several people answered, in their order."""

    voices: tuple[Voice, ...]
    apart: VoicesApart

    def without_labels(self) -> Self:
        """The same, told by roles alone."""
        return replace(self, voices=tuple(replace(voice, label="") for voice in self.voices))


def numbered(people: Iterable[tuple[Role, str]]) -> tuple[Voice, ...]:
    """Voices of these roles and labels, with numbers where several have the same role."""
    told = list(people)
    often, seen = Counter(role for role, _ in told), Counter[Role]()
    voices = []
    for role, label in told:
        seen[role] += 1
        voices.append(Voice(role, label, seen[role] if often[role] > 1 else 0))
    return tuple(voices)
