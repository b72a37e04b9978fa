"""What the user did last on pages that are built anew each time."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.workspace.company_listing import Wish

if TYPE_CHECKING:
    from desktop.advising import ExpertRemark
    from desktop.territory.wanted import Wanted
    from desktop.workspace.copies import Copy


@dataclass(slots=True)
class Recent:
    """What pages go on with, until the window closes.

    `wish` is what the list of companies was searched for, `listed` the id of the company opened from it;
    `rounds` are those found when several were to be printed, `printed` is how the last plan left; `backup`
    is a copy of the workspace that is looked at, `room` the part of the hub that was entered, `pack` the file
    of a pack that is to be looked at; `has_news` says that the report of the last import is to be opened;
    `drafts` are remarks being written, by the id of their round; `wanted` is what the figures of the
    territory are narrowed to, `group` the project or proposal (their ids) from which a company was opened.
    """

    wish: Wish = field(default_factory=Wish)
    listed: int | None = None
    rounds: frozenset[int] | None = None
    printed: "Copy | None" = None
    backup: Path | None = None
    room: str = ""
    pack: Path | None = None
    has_news: bool = False
    drafts: "dict[int, ExpertRemark]" = field(default_factory=dict)
    wanted: "Wanted | None" = None
    group: int | str | None = None
