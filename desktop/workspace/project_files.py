"""What goes out of a project as a file: a page to print, and the list of its companies."""

from pathlib import Path

from desktop.report.member_list import MemberList, build_member_csv, build_member_xlsx
from desktop.report.office.sheets import Column, Value
from desktop.report.placing import place
from desktop.report.project_sheet import ProjectSheet, build_project_sheet
from desktop.workspace.project_file import ProjectFile
from desktop.workspace.project_page import page_of
from desktop.workspace.project_words import ProjectWords, member_state_in_words


def write_sheet(wanted: ProjectFile, path: Path) -> None:
    """The page as a PDF; ReportError where it cannot be written."""
    brand, language = wanted.library.brand, wanted.wording.language
    place(path, build_project_sheet(sheet_of(wanted), brand, language))


def write_members(wanted: ProjectFile, path: Path) -> None:
    """The companies, as the end of the name says: .csv, else a spreadsheet; ReportError as above."""
    told, wording = members_of(wanted), wanted.wording
    if path.suffix.lower() == ".csv":
        place(path, build_member_csv(told))
    else:
        place(path, build_member_xlsx(told, wording("Companies"), wording.language))


def sheet_of(wanted: ProjectFile) -> ProjectSheet:
    """What stands on the page."""
    words = ProjectWords(wanted.library, wanted.wording)
    return page_of(wanted.project, wanted.members, wanted.found, words, is_named=wanted.is_named)


def members_of(wanted: ProjectFile) -> MemberList:
    """The companies with their contacts, what they lack, and how far they are."""
    say, words = wanted.wording, ProjectWords(wanted.library, wanted.wording)
    columns = (
        Column(say("Company"), 32),
        Column(say("VAT number"), 16),
        Column(say("Place"), 20),
        Column(say("Sector"), 30),
        Column(say("People"), 10, "number"),
        Column(say("Contact"), 24),
        Column(say("E-mail"), 28),
        Column(say("Phone"), 18),
        Column(say("Level"), 10, "number"),
        Column(say("Goal"), 10, "number"),
        Column(say("State"), 20),
    )
    rows: list[tuple[Value, ...]] = []
    for member in wanted.members:
        firm = member.firm
        who = (firm.name, firm.vat, words.firm_place(firm), words.sector(firm.sector), firm.headcount)
        contact = (firm.contact, firm.email, firm.phone)
        state = member_state_in_words(member.state, say)
        rows.append((*who, *contact, firm.level, firm.target, state))
    return MemberList(wanted.project.title, columns, tuple(rows), wanted.found.day)
