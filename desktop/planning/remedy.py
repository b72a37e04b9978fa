"""What would make a course fit: one limit changed."""

from dataclasses import dataclass
from typing import Literal, get_args

from desktop.content.catalogues.catalogue_file import Role

RemedyKind = Literal[
    "course", "hours", "weeks", "budget", "language", "form", "left-out", "wanted", "price", "people"
]

REMEDY_KINDS: tuple[RemedyKind, ...] = get_args(RemedyKind)
"""Which limit: none, the course only has to be wanted; more hours a week of a role; more weeks; more budget;
another language; another form; a course no longer left out; one no longer wanted; a course whose price has to
be asked; somebody in a role nobody has."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change of the limits with which a plan no worse than the present one also reaches an open step.

    `number` is how much more: half-hours a week of one person, weeks, euro or people. `name` is the language,
    the form, or the id of the course that is no longer left out or wanted, or whose price has to be asked.
    `courses` are the ids of those for the step that come with a language or form, the best one first. `wish`
    is a course, with its role, that has to be wanted besides, as the best plan would otherwise use the room
    for something else.
    """

    kind: RemedyKind
    number: int = 0
    role: Role | None = None
    name: str = ""
    courses: tuple[str, ...] = ()
    wish: tuple[Role, str] | None = None
