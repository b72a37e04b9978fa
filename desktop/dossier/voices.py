"""What several people of a company answered to its questions: who they are, and how far apart."""

from dataclasses import dataclass, replace
from typing import Self

from desktop.content.catalogues.catalogue_file import Role
from desktop.scores import VoicesApart


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who answered for the company; the label is empty where it may not be told."""

    role: Role
    label: str = ""


@dataclass(frozen=True, slots=True)
class SeveralVoices:
    """Those who answered, and each questionnaire in the order of these voices; empty for fewer than two."""

    voices: tuple[Voice, ...] = ()
    apart: tuple[VoicesApart, ...] = ()

    def without_labels(self) -> Self:
        """The same, told by roles alone."""
        return replace(self, voices=tuple(Voice(voice.role) for voice in self.voices))


NO_VOICES = SeveralVoices()
