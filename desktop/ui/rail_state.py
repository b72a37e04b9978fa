"""What the rail says of the workspace, of the company on the desk, and of the page shown."""

from collections.abc import Sequence

from desktop.errors import StorageError
from desktop.text import Wording
from desktop.ui.desk import Desk
from desktop.ui.pages import ASKING
from desktop.ui.rail import Rail
from desktop.ui.rail_sections import SectionMark
from desktop.workspace import Case


def show_state(rail: Rail, desk: Desk, wording: Wording, name: str) -> None:
    """Bring the rail up to date for the page of a name; its sections and what is due aside."""
    case, workspace = desk.case, desk.workspace
    rail.show_company(_company_words(desk, wording))
    trouble = workspace.backups.trouble
    rail.show_trouble("" if trouble is None else wording.tell(trouble))
    rounds = () if case is None else desk.protection.rounds(case)
    rail.show_rounds(rounds, 0 if case is None else case.id, name)
    rail.show_home(is_there=_has_several(desk), is_current=name == "welcome")
    rail.show_lock(is_there=workspace.is_encrypted)
    rail.show_steps("questions" if name in ASKING else name, has_case=case is not None)


def _has_several(desk: Desk) -> bool:
    """Whether there are several companies; not known while the data are out of reach."""
    try:
        return desk.workspace.has_several
    except StorageError:
        return False


def _company_words(desk: Desk, wording: Wording) -> str:
    if desk.case is not None:
        return desk.case.company.name
    return wording("No company open") if desk.workspace.has_companies else wording("No company yet")


def section_marks_of(desk: Desk, case: Case, wording: Wording) -> Sequence[SectionMark]:
    """The sections of what is being answered, by the company and by people in it."""
    from desktop.ui.questions.marks import people_marks, section_marks, voices_marks

    marked = {key for key, remark in desk.beside.remarks().items() if remark.is_marked}
    marks = section_marks(desk.route(), case.place, wording.language, marked)
    people = people_marks(desk.workspace, case, wording.language)
    return [*marks, *voices_marks(desk.workspace, case, wording), *people]
