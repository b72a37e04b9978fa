"""Desks that send each other results: a workspace in a data folder of its own, used in a few words."""

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pypdfium2
import zxingcpp
from msgspec.structs import replace
from PIL import Image

from desktop.content.company import Company, Contact, People
from desktop.content.library import Library, read_library
from desktop.dossier import Scope, share
from desktop.exchange.results.desk_key import DeskCard
from desktop.exchange.results.envelope import write
from desktop.exchange.results.result import Result
from desktop.paths import assessments_folder, resources_folder
from desktop.report import write_pdf
from desktop.storage import FileDatabase
from desktop.workspace import Case, Workspace
from desktop.workspace.incoming import Outcome
from tests.builders import worst_answers

Opening = Callable[..., AbstractContextManager[Workspace]]
DAY = date(2027, 1, 4)
VAT = "00159560366"


@cache
def the_content() -> Library:
    """The shipped content, read once."""
    return read_library(assessments_folder(), resources_folder())


def opening(data: Path, assessments: Path | None = None) -> Opening:
    """Opens the same data folder, each time with the questionnaires as they are in a folder then.

    The folder is one named while opening, else `assessments`, else that of the shipped questionnaires.
    """

    def open_workspace(others: Path | None = None) -> AbstractContextManager[Workspace]:
        library = Library(others or assessments or assessments_folder(), resources_folder())
        return closing(Workspace(library, FileDatabase(data)))

    return open_workspace


def a_firm(name: str = "Panificio Lorusso", vat: str = "", headcount: int = 6) -> Company:
    people, contact = People(owner=1, employee=5), Contact(name="Maria Lorusso")
    return Company(name=name, vat=vat, sector="C", headcount=headcount, people=people, contact=contact)


class Desk:
    """A consultant's or a hub's desk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workspace = Workspace(the_content(), FileDatabase(folder))

    def close(self) -> None:
        self.workspace.close()

    @property
    def card(self) -> DeskCard:
        return self.workspace.outgoing.card

    def firm(self, company: Company, answers: int = 3) -> Case:
        """A company that has answered some questions."""
        return self.answer(self.workspace.create_case(company), range(answers))

    def answer(self, case: Case, places: range) -> Case:
        """Answer some of the questions by their place."""
        questionnaire = self.workspace.questionnaires(case)[0]
        questions = {question.key: question for question in questionnaire.questions.values()}
        for key, answer in list(worst_answers(questionnaire).items())[places.start : places.stop]:
            case = self.workspace.save_answer(case, questions[key], answer)
        return case

    def result(self, case: Case, scope: Scope = "full") -> Result:
        return self.workspace.outgoing.result(self.workspace.dossier(case, made_on=DAY), scope)

    def send(self, case: Case, path: Path, scope: Scope = "full", sealed_to: DeskCard | None = None) -> Path:
        """A result file of the company as it stands."""
        self.workspace.outgoing.write_file(self.workspace.dossier(case, made_on=DAY), scope, path, sealed_to)
        return path

    def send_round(self, case: Case, path: Path, stage: str) -> Path:
        """A result file that says it is of another round."""
        result = self.result(case)
        told = replace(result, round=replace(result.round, stage=stage))
        path.write_bytes(write(told, self.workspace.outgoing.key))
        return path

    def print(self, case: Case, path: Path, scope: Scope = "full") -> Path:
        """A printed plan, which carries the result as a file and as codes."""
        dossier = share(self.workspace.dossier(case, made_on=DAY), scope)
        options = self.workspace.outgoing.print_options(dossier, scope, "it")
        write_pdf(dossier, path, "it", options)
        return path

    def take(self, *paths: Path, accept_changed: bool = False) -> list[Outcome]:
        """Take files in."""
        found = self.workspace.incoming.files(paths)
        return list(self.workspace.incoming.take_in(found, _ignore, _never, accept_changed=accept_changed))

    def names(self) -> list[tuple[str, str]]:
        """The companies with their stages."""
        return sorted((each.name, each.stage) for each in self.workspace.cases())

    def only(self) -> Case:
        """The one company here."""
        [summary] = self.workspace.cases()
        return self.workspace.case(summary.id)


def photo_of_codes(plan: Path, picture: Path) -> Path:
    """The page of codes of a printed plan, its last one, as a picture."""
    document = pypdfium2.PdfDocument(plan)
    try:
        document[len(document) - 1].render(scale=2.5).to_pil().save(picture)
    finally:
        document.close()
    return picture


def a_picture_of(text: str, picture: Path) -> Path:
    """A text as a square code on a picture."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    Image.fromarray(np.array(zxingcpp.write_barcode_to_image(code, scale=5))).save(picture)
    return picture


def with_line(line: bytes) -> bytes:
    """A result file of any line, with a checksum that is right."""
    return line + b'\n{"sha256":"' + hashlib.sha256(line).hexdigest().encode() + b'"}\n'


def kinds(outcomes: list[Outcome]) -> list[str]:
    return [outcome.kind for outcome in outcomes]


def _ignore(_done: int) -> None:
    """Nobody waits."""


def _never() -> bool:
    return False
