"""What a document is to hold: its parts, whose brand it wears, and what it carries for machines."""

from dataclasses import dataclass
from typing import Literal, get_args

from desktop.content.brand import Brand

Form = Literal["plan", "handout"]
Part = Literal[
    "officer",
    "results",
    "people",
    "progress",
    "advisers",
    "quick-wins",
    "courses",
    "calendar",
    "help",
    "answers",
    "method",
    "consent",
    "data",
]
PARTS: tuple[Part, ...] = get_args(Part)
"""In the order in which they are printed; the cover is always there."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the document; `says` tells a reader what it is."""

    name: str
    data: bytes
    media_type: str
    says: str


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """The form and parts of a document, its brand, its attachments, and the texts of its codes (QR)."""

    form: Form = "plan"
    parts: frozenset[Part] = frozenset(PARTS)
    brand: Brand | None = None
    attachments: tuple[Attachment, ...] = ()
    codes: tuple[str, ...] = ()
