"""What clashed, written after all: who was asked has chosen what the desk had in mind."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from msgspec import convert
from sqlalchemy.orm import Session

from desktop.content.steps import StepChange
from desktop.storage import cells
from desktop.storage.cells import What
from desktop.storage.journal import Journal
from desktop.storage.meanwhile import agreed, agreed_step
from desktop.storage.meanwhile_error import Clash
from desktop.storage.step_cells import NO_STEP, step_cell
from desktop.storage.weighing import IN_FIELDS


def keep_mine(session: Session, journal: Journal, clash: Clash) -> list[Clash]:
    """Write what clashed in the place of what was shown beside it; what clashes with a third comes back."""
    if clash.what == "step":
        return _keep_step(session, journal, clash)
    told_by = journal.hand.teller(clash.round_id)
    what = convert(clash.what, What)
    mine, theirs = (
        {clash.key: _cell_with(session, clash, {"plain": value, "told_by": told_by})}
        for value in (clash.mine, clash.theirs)
    )
    values, left = agreed(session, clash.round_id, what, mine, theirs)
    journal.change(session, clash.round_id, what, values)
    return left


def _keep_step(session: Session, journal: Journal, clash: Clash) -> list[Clash]:
    cell = cells.read(session, clash.round_id, "step", [clash.key])[clash.key] or NO_STEP
    now = StepChange(clash.key, cell["state"], cell["note"])
    seen, mine = (replace(now, **{clash.field: value}) for value in (clash.theirs, clash.mine))
    change, left = agreed_step(session, clash.round_id, cell, mine, seen)
    written = {clash.key: step_cell(session, clash.round_id, change)}
    journal.change(session, clash.round_id, "step", written)
    return left


def _cell_with(session: Session, clash: Clash, given: Mapping[str, Any]) -> Any:
    """A cell as it is, with this value in the place that clashed."""
    what, value = convert(clash.what, What), given["plain"]
    if what == "answer":
        return None if value is None else given
    if what not in IN_FIELDS:
        return value
    now = cells.read(session, clash.round_id, what, [clash.key])[clash.key] or IN_FIELDS[what]
    return {**now, clash.field: value}
