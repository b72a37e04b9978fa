"""What two desks do to one round at the same time: nothing is lost, and nothing replaced unseen."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from desktop.answers import answer_from_plain, answer_to_plain
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Question
from desktop.errors import StorageError
from desktop.paths import resources_folder
from desktop.storage import FileDatabase, Hand
from desktop.storage.meanwhile_error import MeanwhileError
from desktop.storage.server.address import Address
from desktop.storage.server.opening import on_server
from desktop.workspace import Case, Workspace
from tests.desks import a_firm, the_content
from tests.servers import until
from tests.versions import OLD, an_edition, write_version

OTHER_DESK = Path(__file__).with_name("other_desk.py")
ANSWERS = {"backup": "automatic", "fraud": "often", "fax": "daily"}
Opened = Callable[..., Workspace]


@pytest.fixture
def opened(address: Address, tmp_path: Path) -> Iterator[Opened]:
    """Opens a desk of somebody, with the shipped content or another."""
    made: list[Workspace] = []

    def open_desk(name: str, library: Library | None = None) -> Workspace:
        database = on_server(address, FileDatabase(tmp_path / f"{name}{len(made)}"))
        made.append(Workspace(library or the_content(), database))
        made[-1].history.hand = Hand(name)
        return made[-1]

    yield open_desk
    for each in made:
        each.close()


def question(workspace: Workspace, name: str, questionnaire: str = "technology-check") -> Question:
    return workspace.library.questionnaires[questionnaire].questions[name]


def answer(workspace: Workspace, case: Case, name: str, plain: str, of: str = "technology-check") -> Case:
    asked = question(workspace, name, of)
    return workspace.save_answer(case, asked, answer_from_plain(asked, plain))


def test_what_a_desk_in_another_process_answers_is_heard_at_once(
    opened: Opened, address: Address, tmp_path: Path
) -> None:
    anna = opened("Anna")
    case = anna.choose_questionnaires(anna.create_case(a_firm()).id, ("technology-check",))
    heard: list[float] = []
    anna.together.listen(lambda _: heard.append(monotonic()))
    assert until(lambda: bool(heard))
    given = (address.written, tmp_path / "Bruno", case.id, question(anna, "backup").key, "tested")
    command = (sys.executable, OTHER_DESK, *given)
    before = len(heard)
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "saved", done.stderr
    assert until(lambda: len(heard) > before, seconds=2)
    with pytest.raises(MeanwhileError) as clash:  # Anna's window has not shown it yet
        answer(anna, case, "backup", "nothing")
    assert clash.value.clashes[0].by == "Bruno"
    assert answer_to_plain(anna.case(case.id).sheet[question(anna, "backup").key]) == "tested"


def test_common_answers_do_not_replace_what_another_desk_agreed_on(opened: Opened) -> None:
    anna, bruno = opened("Anna"), opened("Bruno")
    case = anna.choose_questionnaires(anna.create_case(a_firm()).id, ("technology-check",))
    for name in ("Ada", "Bea"):
        own = anna.voices.case_of(case, anna.voices.add(case, name, "employee").id)
        for key in ("backup", "fraud"):
            own = answer(anna, own, key, {"backup": "tested", "fraud": "drills"}[key])
    shown = anna.voices.side_by_side(case)
    answer(bruno, bruno.case(case.id), "backup", "nothing")
    with pytest.raises(MeanwhileError) as clash:
        anna.voices.take_over_common(case, shown)
    assert [(each.theirs, each.mine) for each in clash.value.clashes] == [("nothing", "tested")]
    sheet = anna.case(case.id).sheet
    given = {key: answer_to_plain(sheet[question(anna, key).key]) for key in ("backup", "fraud")}
    assert given == {"backup": "nothing", "fraud": "drills"}


def test_common_answers_are_those_that_were_shown(opened: Opened) -> None:
    anna, bruno = opened("Anna"), opened("Bruno")
    case = anna.choose_questionnaires(anna.create_case(a_firm()).id, ("technology-check",))
    people = [anna.voices.add(case, name, "employee").id for name in ("Ada", "Bea")]
    for each in people:
        answer(anna, anna.voices.case_of(case, each), "backup", "tested")
    shown = anna.voices.side_by_side(case)
    for each in people:
        answer(bruno, bruno.voices.case_of(bruno.case(case.id), each), "backup", "nothing")
    _, count = anna.voices.take_over_common(case, shown)
    assert (count, anna.case(case.id).sheet) == (0, {})


@pytest.fixture
def moving(opened: Opened, tmp_path: Path) -> tuple[Workspace, Workspace, Case]:
    """Anna with the second version of a questionnaire, Bruno with the first, and a round in the first."""
    folder = write_version(tmp_path / "assessments", OLD, "1.0")
    bruno = opened("Bruno", Library(folder, resources_folder()))
    case = bruno.choose_questionnaires(bruno.create_case(a_firm()).id, ("small",))
    for name, plain in ANSWERS.items():
        case = answer(bruno, case, name, plain, "small")
    anna = opened("Anna", Library(an_edition(tmp_path / "new"), resources_folder()))
    return anna, bruno, case


def test_no_answer_comes_between_looking_at_a_round_and_moving_it(
    moving: tuple[Workspace, Workspace, Case],
) -> None:
    anna, bruno, case = moving
    store, made = anna._stores.store, anna.moves._moved
    begun, late = Event(), []

    def answering() -> None:
        begun.set()
        try:
            answer(bruno, case, "backup", "nothing", "small")
        except StorageError as error:
            late.append(error)

    with ThreadPoolExecutor() as pool:

        def moved(stored):
            found = made(stored)
            waiting.append(pool.submit(answering))
            begun.wait()
            assert not until(waiting[0].done, seconds=0.2)
            return found

        waiting = []
        store.move_by(case.id, moved)
        waiting[0].result(timeout=10)
    sheet = anna.case(case.id).sheet
    assert answer_to_plain(sheet[question(anna, "copies", "small").key]) == "machine"
    assert ["moved this assessment" in str(each) for each in late] == [True]


def test_taking_a_move_back_leaves_what_another_desk_answered_since(
    moving: tuple[Workspace, Workspace, Case],
) -> None:
    anna, bruno, case = moving
    anna.moves.make(case.id)
    answer(bruno, bruno.case(case.id), "fraud", "never", "small")
    anna.moves.undo(case.id)
    sheet = bruno.case(case.id).sheet
    given = {key: answer_to_plain(sheet[question(bruno, key, "small").key]) for key in ANSWERS}
    assert given == {**ANSWERS, "fraud": "never"}
