"""The parts of a plan by name, and which of them have something to tell of a company."""

from collections.abc import Mapping

from desktop.dossier import Dossier
from desktop.report.options import PARTS, Part
from desktop.report.scope_words import parts_of
from desktop.text import Sentence, say

PART_NAMES: Mapping[Part, Sentence] = {
    "officer": say("Page for the hub's adviser"),
    "results": say("Where you stand"),
    "people": say("How far apart your people are"),
    "progress": say("Progress since last time"),
    "advisers": say("What the hub's experts say"),
    "quick-wins": say("Quick wins"),
    "courses": say("Courses"),
    "calendar": say("Calendar"),
    "help": say("Where to go"),
    "answers": say("Your answers"),
    "method": say("How it is computed"),
    "consent": say("Consent to sign"),
    "data": say("Data for the hub's computer"),
}
"""What a front end calls each part."""


def told_parts(dossier: Dossier) -> tuple[Part, ...]:
    """The parts worth choosing, in the order of printing: left by the scope, and not bare."""
    bare: dict[Part, bool] = {
        "people": not (dossier.people or dossier.voices),
        "progress": not dossier.earlier,
        "advisers": not dossier.remarks,
    }
    return tuple(part for part in parts_of(dossier, frozenset(PARTS)) if not bare.get(part))
