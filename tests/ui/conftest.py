"""What the tests of the window share: Qt without a screen, an open workspace."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.answers import answer_to_plain
from desktop.app import make_application
from desktop.content.company import Company, People
from desktop.content.library import Library, read_library
from desktop.opening import dress
from desktop.paths import assessments_folder, resources_folder
from desktop.storage import FILE_NAME, FileDatabase
from desktop.storage.connecting import connect
from desktop.storage.vault.turning import turn_on
from desktop.text import wording
from desktop.ui.background import wait_for_background_work
from desktop.ui.collecting import collect_in_this_thread
from desktop.ui.guide import Guide
from desktop.ui.look import Look
from desktop.ui.shell import Shell
from desktop.ui.theme import LIGHT
from desktop.ui.window import Window
from desktop.workspace import Workspace
from tests.builders import worst_answers
from tests.ui.hand import Hand
from tests.ui.protected import BAKERY, EASY, a_vault, begun


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen says of windows that it cannot tell their sizes, of menus that it cannot
    raise them."""
    unsaid = ("propagateSizeHints", "raise", "grabbing the keyboard")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(
                pytest.mark.qt_log_ignore(*(f"This plugin does not support {name}" for name in unsaid))
            )


def begin_bakery(workspace: Workspace) -> int:
    company = Company(
        name="Panificio Lorusso", headcount=6, region="ITF4", people=People(owner=1, employee=5)
    )
    case = workspace.create_case(company)
    return workspace.choose_questionnaires(case.id, ("technology-check",)).id


def answer_badly(workspace: Workspace, bakery: int) -> None:
    questionnaire = workspace.library.questionnaires["technology-check"]
    case = workspace.case(bakery)
    worst = worst_answers(questionnaire)
    for position, question in enumerate(questionnaire.questions.values()):
        if question.key in worst and position % 3:
            assert answer_to_plain(worst[question.key]) is not None
            case = workspace.save_answer(case, question, worst[question.key])


@pytest.fixture(autouse=True)
def _windows_are_gone() -> Iterator[None]:
    """What a test closed is destroyed with it; else Qt would dress it anew with each later window."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library(assessments_folder(), resources_folder())


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(wording("en"), LIGHT)


@pytest.fixture(scope="session")
def beginnings(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Mapping[str, Path]:
    """Data folders that hundreds of tests begin with: made once, and copied."""
    made = tmp_path_factory.mktemp("beginnings")
    with closing(Workspace(library, FileDatabase(made / "bakery"))) as workspace:
        begin_bakery(workspace)
    with closing(Workspace(library, FileDatabase(made / "answered"))) as workspace:
        answer_badly(workspace, begin_bakery(workspace))
    for folder in made.iterdir():
        with closing(connect(folder / FILE_NAME)) as database, database:
            # Not the beginning of what the test does: the journal makes one change of what comes at once.
            database.execute("UPDATE change SET at = strftime('%Y-%m-%d %H:%M:%f000', at, '-10 seconds')")
    return {folder.name: folder for folder in made.iterdir()}


@pytest.fixture
def workspace(tmp_path: Path, library: Library, request: pytest.FixtureRequest) -> Iterator[Workspace]:
    wanted = [name for name in ("answered", "bakery") if name in request.fixturenames]
    if wanted:
        shutil.copytree(request.getfixturevalue("beginnings")[wanted[0]], tmp_path / "data")
    opened = Workspace(library, FileDatabase(tmp_path / "data"))
    yield opened
    assert wait_for_background_work(30_000)
    opened.close()


@pytest.fixture
def bakery(workspace: Workspace) -> int:
    """A case with the short questionnaire alone."""
    last = workspace.last_case()
    assert last is not None
    return last.id


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> None:
    """Once: Qt would dress every widget there is anew."""
    application = make_application()
    dress(application)
    collect_in_this_thread(application)


@pytest.fixture
def open_window(qtbot: QtBot, workspace: Workspace, _dressed: None) -> Callable[[], Hand]:
    """Opens the window on the workspace as it is."""

    def opened() -> Hand:
        window = Window(LIGHT)
        qtbot.addWidget(window)
        guide = Guide(workspace, Shell(window, "en", "light"))
        with qtbot.waitActive(window, timeout=30_000):
            window.show()
            window.activateWindow()
        guide.start()
        return Hand(qtbot, window)

    return opened


@pytest.fixture
def answered(bakery: int) -> int:
    """The bakery with two of three questions answered as badly as possible."""
    return bakery


@pytest.fixture
def guessing_is_cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase is worked out in milliseconds."""
    monkeypatch.setattr("desktop.storage.vault.wrapping.Effort", lambda: EASY)


@pytest.fixture
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The list of workspaces is the test's own."""
    monkeypatch.setenv("SESTANTE_DATA", str(tmp_path / "home"))


@pytest.fixture
def folder(tmp_path: Path, guessing_is_cheap: None, own_home: None) -> Path:
    """A plain workspace with one company, whose questions were looked at last."""
    return begun(tmp_path / "data", BAKERY)


@pytest.fixture
def locked(folder: Path) -> Path:
    """The same, encrypted."""
    turn_on(folder, *a_vault())
    return folder


@pytest.fixture
def open_app(qtbot: QtBot) -> Callable[[Path], Hand]:
    """Starts the whole application on a data folder."""

    def opened(folder: Path) -> Hand:
        app.make_application()
        window = app.open_window(folder)
        qtbot.addWidget(window)
        window.activateWindow()
        return Hand(qtbot, window)

    return opened
