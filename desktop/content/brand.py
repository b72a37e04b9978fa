"""A hub's brand: its name, colour, logo, contacts and a few words of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Office:
    """Where people find the hub."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Brand:
    """What a document wears instead of Sestante's own look.

    `accent` is `#RRGGBB`, dark enough to be read on white; `logo` the bytes of a PNG picture, None without
    one; `intro` a few sentences by language.
    """

    name: str
    accent: str
    logo: bytes | None = None
    offices: tuple[Office, ...] = ()
    intro: Mapping[str, str] = field(default_factory=dict)
