"""What leaves with a plan: chosen beside the preview, the same for paper, file, and printer."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QScrollArea

from desktop.content.company import Contact
from desktop.exchange.results.desk_key import DeskKey
from desktop.exchange.results.envelope import ATTACHED_NAME, read
from desktop.exchange.results.sealing import open_result
from desktop.settings import Settings, read_settings
from desktop.ui.disclosure import Disclosure
from desktop.ui.printed import pages
from desktop.ui.printed.preview import Sheet
from desktop.ui.tick import Tick
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand

NAME, CONTACT = "Panificio Lorusso", "Maria Lorusso"


@pytest.fixture
def printing(open_window: Callable[[], Hand], workspace: Workspace, answered: int) -> Hand:
    """A window on the page that prints, for a company with a contact person."""
    company = workspace.case(answered).company
    workspace.save_company(answered, msgspec.structs.replace(company, contact=Contact(name=CONTACT)))
    workspace.save_place(workspace.case(answered), Place("report", None, None))
    hand = open_window()
    hand.until(hand.see("open-pdf", QPushButton).isEnabled)
    return hand


@pytest.fixture
def viewed(printing: Hand, monkeypatch: pytest.MonkeyPatch) -> Callable[[], PdfReader]:
    """The document that a viewer is given once the preview has followed."""

    def view() -> PdfReader:
        opened: list[QUrl] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
        printing.until(printing.see("open-pdf", QPushButton).isEnabled)
        printing.click("open-pdf")
        return PdfReader(opened[0].toLocalFile())

    return view


@pytest.fixture
def save_to(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], list[str]]:
    """Answers the next dialog; the names it proposed come back."""

    def answer(path: Path) -> list[str]:
        proposed: list[str] = []

        def chosen(_parent: object, _title: str, start: str, *_: str) -> tuple[str, str]:
            proposed.append(Path(start).name)
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
        return proposed

    return answer


def text(document: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in document.pages)


def said(hand: Hand) -> str:
    return hand.see("report-state", QLabel).text()


def test_the_preview_follows_what_leaves(printing: Hand, viewed: Callable[[], PdfReader]) -> None:
    assert CONTACT in text(viewed())
    printing.click("scope-no-contact")
    without_contact = text(viewed())
    assert NAME in without_contact
    assert CONTACT not in without_contact
    printing.click("scope-scores")
    document = viewed()
    assert NAME not in text(document)
    [data] = document.attachments[ATTACHED_NAME]
    assert read(data).result.scope == "scores"


def test_what_is_saved_is_what_was_chosen_even_before_the_preview_has_followed(
    printing: Hand, tmp_path: Path, save_to: Callable[[Path], list[str]]
) -> None:
    proposed = save_to(tmp_path / "scores.pdf")
    printing.click("scope-scores")
    assert not printing.see("print-pdf", QPushButton).isEnabled()
    printing.click("save-pdf")
    printing.until((tmp_path / "scores.pdf").exists)
    assert NAME not in text(PdfReader(tmp_path / "scores.pdf"))
    assert "Lorusso" not in proposed[0]


def test_only_the_parts_ticked_are_printed(printing: Hand, viewed: Callable[[], PdfReader]) -> None:
    printing.click("parts-fold")
    parts = [tick for tick in printing.window.findChildren(Tick) if tick.objectName().startswith("part-")]
    for tick in parts:
        if tick.isVisible() and tick.objectName() != "part-consent":
            tick.click()
    _, *consent = viewed().pages
    assert "Consent to the use of data" in consent[0].extract_text()
    assert printing.see("parts-fold", QPushButton).text().startswith("1 of ")


def test_a_handout_has_two_pages_and_no_parts_to_choose(
    printing: Hand, viewed: Callable[[], PdfReader]
) -> None:
    printing.click("form-handout")
    assert len(viewed().pages) == 2
    assert said(printing) == "2 pages."
    assert printing.find("parts-fold") is None


def test_the_last_page_ends_the_preview_and_page_down_leads_there(
    printing: Hand, viewed: Callable[[], PdfReader]
) -> None:
    printing.click("form-handout")
    viewed()
    area = printing.see("preview-area", QScrollArea)
    printing.see("save-pdf").setFocus()
    for _ in range(5):
        printing.press(Qt.Key.Key_PageDown)
    last = printing.window.findChildren(Sheet)[-1]
    below = area.viewport().height() - last.mapTo(area, last.rect().bottomLeft()).y()
    assert 0 < below < 50


def test_the_next_plan_leaves_like_the_last_one(printing: Hand, viewed: Callable[[], PdfReader]) -> None:
    printing.click("scope-no-contact")
    printing.click("step-results")
    printing.click("step-report")
    assert CONTACT not in text(viewed())


def test_an_agreement_is_recorded_printed_and_taken_back(
    printing: Hand, viewed: Callable[[], PdfReader], workspace: Workspace, answered: int
) -> None:
    version = workspace.library.consent.version
    assert "Not recorded" in printing.see("consent-state", QLabel).text()
    printing.see("consent-agree", QPushButton).click()
    assert f"to version {version}" in printing.see("consent-state", QLabel).text()
    assert "Agreed in Sestante on" in text(viewed())
    agreed = workspace.consent.of(workspace.case(answered))
    assert agreed is not None
    assert agreed.text_version == version
    printing.see("consent-withdraw", QPushButton).click()
    assert "Agreed in Sestante on" not in text(viewed())
    assert workspace.consent.of(workspace.case(answered)) is None


def test_a_file_is_sealed_for_the_hub_whose_card_was_pasted(
    printing: Hand, tmp_path: Path, save_to: Callable[[Path], list[str]], workspace: Workspace
) -> None:
    hub, target = DeskKey.new(), tmp_path / "result"
    save_to(target)
    printing.see("seal", Tick).click()
    printing.see("hub-card").setFocus()
    QApplication.clipboard().setText(f"Our card:\n{hub.card.text[:70]}\n{hub.card.text[70:]}\n")
    printing.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert hub.card.fingerprint in printing.see("card-advice", QLabel).text()
    printing.see("share-file", QPushButton).click()
    shared = printing.see("share-said", QLabel)
    assert "contact person" in shared.text()
    assert f"Signed by this desk, {workspace.outgoing.card.fingerprint}." in shared.text()
    assert f"only the desk {hub.card.fingerprint}" in shared.text()
    opened = open_result(target.with_suffix(".sestante").read_bytes(), hub)
    assert opened.result.company is not None
    assert opened.result.company.name == NAME
    assert read_settings(workspace.folder, Settings()).sealed_for == hub.card.text


def test_a_card_can_come_as_a_file_and_half_a_card_seals_nothing(
    printing: Hand, tmp_path: Path, save_to: Callable[[Path], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    card = DeskKey.new().card
    (tmp_path / "card.txt").write_text(card.text, encoding="utf-8")
    proposed = save_to(tmp_path / "result.sestante")
    printing.see("seal", Tick).click()
    printing.write("hub-card", card.text[:60])
    printing.see("share-file", QPushButton).click()
    assert "not a desk's card" in printing.see("card-advice", QLabel).text()
    assert (proposed, printing.focused()) == ([], "hub-card")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "card.txt"), ""))
    printing.see("choose-card", QPushButton).click()
    assert card.fingerprint in printing.see("card-advice", QLabel).text()
    assert printing.see("hub-card", QLineEdit).text() == card.text


def test_what_was_said_of_a_file_goes_with_the_next_choice(
    printing: Hand, tmp_path: Path, save_to: Callable[[Path], list[str]]
) -> None:
    save_to(tmp_path / "result.sestante")
    printing.see("share-file", QPushButton).click()
    printing.see("share-said")
    printing.see("seal", Tick).click()
    printing.see("share-file", QPushButton).click()
    assert printing.see("card-advice", QLabel).text().startswith("Put the hub's card here first")
    assert printing.find("share-said") is None
    printing.see("seal", Tick).click()
    printing.see("share-file", QPushButton).click()
    printing.see("share-said")
    printing.click("scope-scores")
    assert printing.find("share-said") is None


def test_scores_alone_leave_unsigned(
    printing: Hand, tmp_path: Path, save_to: Callable[[Path], list[str]]
) -> None:
    target = tmp_path / "scores.sestante"
    save_to(target)
    printing.click("scope-scores")
    printing.see("share-file", QPushButton).click()
    assert "not signed" in printing.see("share-said", QLabel).text()
    assert "Signed by" not in printing.see("share-said", QLabel).text()
    assert read(target.read_bytes()).result.company is None


@pytest.fixture
def print_into(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """The system's dialog accepts, and a file takes the printer's place."""

    def accept(path: Path) -> None:
        def exec_(dialog: QPrintDialog) -> int:
            dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            dialog.printer().setOutputFileName(str(path))
            return int(QDialog.DialogCode.Accepted.value)

        monkeypatch.setattr(QPrintDialog, "exec", exec_)
        monkeypatch.setattr(pages, "_PRINT_DPI", 50)  # nobody looks at it

    return accept


def test_all_pages_shown_go_to_the_printer(
    printing: Hand, tmp_path: Path, print_into: Callable[[Path], None]
) -> None:
    pages = int(said(printing).split()[0])
    print_into(tmp_path / "printed.pdf")
    printing.click("print-pdf")
    printing.until(lambda: said(printing) == f"{pages} pages sent to the printer.")
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == pages
    assert printing.find("stop-printing") is None


def test_printing_can_be_stopped(
    printing: Hand, tmp_path: Path, print_into: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    print_into(tmp_path / "printed.pdf")
    monkeypatch.setattr(pages, "_PRINT_DPI", 300)  # so that there is time to press
    printing.click("print-pdf")
    printing.until(lambda: said(printing).startswith("Printing page "))
    printing.click("stop-printing")
    printing.until(lambda: said(printing) == "Printing was stopped.")


def test_in_a_small_window_a_fold_holds_what_leaves(printing: Hand) -> None:
    assert printing.find("options-fold") is None
    printing.window.resize(1024, 640)
    fold = printing.see("options-fold", Disclosure)
    assert fold.text() == "What goes out: everything · all parts"
    assert printing.find("scope-full") is None
    printing.click("options-fold")
    printing.click("scope-scores")
    assert fold.text() == "What goes out: scores only, without a name · all parts"
    for button in ("save-pdf", "print-pdf", "open-pdf"):
        place = printing.see(button)
        assert printing.window.rect().contains(place.mapTo(printing.window, place.rect().bottomRight()))
