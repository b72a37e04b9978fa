"""The plan as a text document to go on writing in: its parts in order, footer, and facts about the file."""

from collections.abc import Callable, Iterator

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from desktop.dossier import Dossier
from desktop.report.office.answers_part import answers_part, method_part
from desktop.report.office.blocks import Block, name
from desktop.report.office.calendar_part import calendar_part
from desktop.report.office.courses_part import courses_part
from desktop.report.office.gaps_part import gaps
from desktop.report.office.help_part import help_part
from desktop.report.office.quick_wins_part import quick_wins_part
from desktop.report.office.so_far_part import so_far_part
from desktop.report.office.standing_part import opening, standing, strengths, who, whose_it_is
from desktop.report.office.word_file import WordFile
from desktop.report.office.word_look import WIDTH_CM
from desktop.report.office.word_package import as_bytes, describe
from desktop.stopping import refuse_if_stopped
from desktop.text import Wording
from desktop.text import wording as wording_of

_PARTS: tuple[Callable[[Dossier, Wording], Iterator[Block]], ...] = (
    opening,
    who,
    standing,
    strengths,
    gaps,
    quick_wins_part,
    so_far_part,
    courses_part,
    calendar_part,
    help_part,
    answers_part,
    method_part,
)
_PAGE, _PAGES = "\ue000", "\ue001"  # stand for the numbers, which the reader's program knows


def build_docx(dossier: Dossier, language: str) -> bytes:
    """The plan as a text document; the same dossier gives the same bytes."""
    wording = wording_of(language)
    file = WordFile(language)
    for part in _PARTS:
        refuse_if_stopped()
        file.add(part(dossier, wording))
    _number_pages(file, dossier, wording)
    whose = whose_it_is(dossier)
    describe(
        file.document,
        title=" – ".join(filter(None, (wording("Digital maturity plan"), whose))),
        author=whose,
        language=language,
        day=dossier.made_on,
    )
    return as_bytes(file.document)


def _number_pages(file: WordFile, dossier: Dossier, wording: Wording) -> None:
    footer = file.document.sections[0].footer.paragraphs[0]
    footer.style = "Footer"
    stops = footer.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)
    whose = " ".join(whose_it_is(dossier).split())
    file.say(footer, name(" · ".join(filter(None, (whose, wording.date(dossier.made_on))))))
    footer.add_run("\t")
    counted = wording("Page {page} of {pages}", page=_PAGE, pages=_PAGES)
    before, after = counted.split(_PAGE)
    between, end = after.split(_PAGES)
    footer.add_run(before)
    _add_field(footer, "PAGE")
    footer.add_run(between)
    _add_field(footer, "NUMPAGES")
    footer.add_run(end)


def _add_field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
