"""PDFs and photos kept as evidence are looked at inside the window, page by page, and written nowhere."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pillow_heif import from_pillow
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from reportlab.pdfgen.canvas import Canvas

from desktop.ui.printed.preview import Sheet
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


def a_pdf(pages: int = 3, size: tuple[float, float] = (595, 842), key: str = "") -> bytes:
    into = BytesIO()
    canvas = Canvas(into, pagesize=size)
    for number in range(1, pages + 1):
        canvas.drawString(72, 700, f"Page {number} of the contract")
        canvas.showPage()
    canvas.save()
    if not key:
        return into.getvalue()
    writer, closed = PdfWriter(clone_from=PdfReader(into)), BytesIO()
    writer.encrypt(key, algorithm="AES-256")
    writer.write(closed)
    return closed.getvalue()


@pytest.fixture
def shown(
    open_window: Callable[[], Hand],
    workspace: Workspace,
    bakery: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[str, bytes], Hand]:
    """Add a file to a question, and look at it."""

    def looked_at(name: str, data: bytes) -> Hand:
        (tmp_path / name).write_bytes(data)
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / name)], ""))
        workspace.save_place(workspace.case(bakery), Place("questions", "technology-check", "ai-skills"))
        hand = open_window()
        hand.click("add-evidence")
        hand.click("evidence-1")
        return hand

    return looked_at


def place(hand: Hand) -> str:
    hand.see("pdf-page", Sheet)
    return hand.see("pdf-place", QLabel).text()


def test_a_pdf_is_turned_over_page_by_page(shown: Callable[[str, bytes], Hand]) -> None:
    hand = shown("contract.pdf", a_pdf())
    assert place(hand) == "Page 1 of 3"
    assert not hand.see("pdf-before", QPushButton).isEnabled()
    hand.click("pdf-after")
    assert place(hand) == "Page 2 of 3"
    hand.see("viewer-pdf").setFocus()
    hand.press(Qt.Key.Key_Right)
    hand.until(lambda: hand.see("pdf-page", Sheet).accessibleName() == "Page 3 of 3")
    assert not hand.see("pdf-after", QPushButton).isEnabled()
    hand.press(Qt.Key.Key_Home)
    hand.until(lambda: hand.see("pdf-page", Sheet).accessibleName() == "Page 1 of 3")
    hand.press(Qt.Key.Key_Escape)
    hand.until(lambda: hand.find("viewer") is None)


def test_page_down_moves_a_page_and_then_turns_it(shown: Callable[[str, bytes], Hand]) -> None:
    hand = shown("contract.pdf", a_pdf(2))
    hand.see("pdf-page", Sheet)
    for _ in range(12):
        hand.press(Qt.Key.Key_PageDown)
    assert place(hand) == "Page 2 of 2"


@pytest.mark.parametrize("size", [(14_400.0, 14_400.0), (14_400.0, 3.0)])
def test_paper_of_any_size_takes_little_memory(
    shown: Callable[[str, bytes], Hand], size: tuple[float, float]
) -> None:
    assert place(shown("poster.pdf", a_pdf(1, size))) == "Page 1 of 1"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (a_pdf(key="secret"), "protected by a password"),
        (a_pdf()[:300], "damaged"),
        (b"%PDF-1.7 nothing more", "damaged"),
    ],
)
def test_what_cannot_be_shown_is_told_and_can_be_saved(
    shown: Callable[[str, bytes], Hand],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    data: bytes,
    told: str,
) -> None:
    hand = shown("contract.pdf", data)
    assert told in hand.see("viewer-told", QLabel).text()
    assert hand.find("pdf-after") is None
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    hand.click("viewer-save")
    assert (tmp_path / "contract-2.pdf").read_bytes() == data


def test_looking_at_a_pdf_writes_nothing(
    shown: Callable[[str, bytes], Hand],
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    hand = shown("contract.pdf", a_pdf())
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.suffix == ".pdf"}
    hand.see("pdf-page", Sheet)
    hand.click("pdf-after")
    hand.see("pdf-page", Sheet)
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert {path: at for path, at in after.items() if path.parent != workspace.folder} == before


def test_a_photo_of_a_telephone_is_shown_small_and_large(shown: Callable[[str, bytes], Hand]) -> None:
    into = BytesIO()
    from_pillow(Image.new("RGB", (300, 200), "teal")).save(into)
    hand = shown("IMG_0001.HEIC", into.getvalue())
    assert hand.see("viewer-name", QLabel).text() == "IMG_0001.jpg"
    hand.until(lambda: not hand.see("viewer-picture", QLabel).pixmap().isNull())


def test_a_certificate_of_a_step_is_looked_at_over_the_plan(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    case = workspace.case(answered)
    plan = workspace.plans.make(workspace.situation(case))
    key = f"course:{plan.courses[0].course.id}:{plan.courses[0].role}"
    data = a_pdf(1)
    number = workspace._stores.visits.add_evidence(
        answered, f"step:{key}", "certificate.pdf", "application/pdf", data
    )
    workspace.save_place(case, Place("plan"))
    hand = open_window()
    hand.click(f"note-{key}")
    hand.click(f"look-file-{number}")
    assert place(hand) == "Page 1 of 1"
    hand.press(Qt.Key.Key_Escape)
    hand.until(lambda: hand.find("viewer") is None)
    hand.click(f"look-file-{number}")
    hand.click("viewer-remove")
    assert workspace.visits.evidence(workspace.case(answered)) == ()
