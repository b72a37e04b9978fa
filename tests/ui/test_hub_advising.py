"""The hub's adviser gives companies to people, puts offers into the register, and writes remarks."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec.structs import replace as with_fields
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from desktop.advising import Engagement
from desktop.content.library import Library
from desktop.content.networks.hub_desk import HubDesk, KnownNames, read_hub_desk
from desktop.paths import resources_folder
from desktop.text import wording
from desktop.ui.fields import Picker
from desktop.ui.history.words import ChangeWords
from desktop.ui.hub.page import HubPage
from desktop.ui.hub.several_rows import SeveralRows
from desktop.workspace import Workspace
from tests.builders import worst_answers
from tests.ui.hand import Hand


@pytest.fixture(scope="module")
def hub_desk(library: Library) -> HubDesk:
    return read_hub_desk(
        resources_folder() / "examples" / "pack" / "hub", KnownNames.of(library.network, library.catalogue)
    )[0]


@pytest.fixture
def hub(workspace: Workspace, hub_desk: HubDesk, answered: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """A desk of the example's hub, with the bakery in Bergamo and another company in no province."""
    monkeypatch.setitem(vars(workspace.library), "hub_desk", hub_desk)
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True, consultant="Marta"))
    case = workspace.case(answered)
    questionnaire = workspace.library.questionnaires["technology-check"]
    worst = worst_answers(questionnaire)
    for question in questionnaire.questions.values():
        if question.key in worst:
            case = workspace.save_answer(case, question, worst[question.key])
    workspace.save_company(case.id, with_fields(case.company, province="BG", region="ITC4"))
    workspace.create_case(with_fields(case.company, name="Officina Verdi", province=None))
    return case.company_id


@pytest.fixture
def opened(open_window: Callable[[], Hand], hub: int) -> Hand:
    hand = open_window()
    hand.click("to-hub")
    hand.click("hub-advising")
    hand.until(lambda: len(rows(hand, "advised-list")) == 2)
    return hand


def rows(hand: Hand, name: str) -> list[str]:
    model = hand.see(name, SeveralRows).model()
    columns = range(model.columnCount())
    return [
        " | ".join(str(model.index(row, column).data() or "") for column in columns)
        for row in range(model.rowCount())
    ]


def words_in(hand: Hand, name: str) -> str:
    return "\n".join(each.text() for each in hand.see(name).findChildren(QLabel))


def advise(hand: Hand, hub: int) -> None:
    hand.see("advised-list", SeveralRows).choose([hub])
    hand.click("advise")
    hand.until(lambda: "offer" in hand.see("advice-state", QLabel).text())


def test_companies_are_assigned_by_province_and_taken_back(
    opened: Hand, workspace: Workspace, hub: int
) -> None:
    opened.see("advised-list", SeveralRows).selectAll()
    opened.click("assign-proposed")
    opened.until(lambda: "assigned" in opened.see("assign-told", QLabel).text())
    engagement = workspace._stores.engagements.of(hub)
    assert (engagement.office, engagement.officer) == ("serena", "luca-conti")
    assert engagement.expert
    opened.until(
        lambda: any("Sportello di Serena | Luca Conti" in row for row in rows(opened, "advised-list"))
    )
    opened.click("assign-undo")
    opened.until(lambda: workspace._stores.engagements.of(hub) == Engagement())


def test_several_are_given_to_one_officer_and_found_by_it(
    opened: Hand, workspace: Workspace, hub: int
) -> None:
    workspace.hub.advising.assign({hub: Engagement("serena", "luca-conti", "")})
    opened.see("advised-list", SeveralRows).selectAll()
    opened.click("assign")
    officer = opened.see("assign-officer", Picker)
    officer.setCurrentIndex(officer.findData("sara-neri"))
    opened.click("dialog-do")
    opened.until(lambda: all("Sara Neri" in row for row in rows(opened, "advised-list")))
    assert workspace._stores.engagements.of(hub) == Engagement("", "sara-neri", "")
    opened.write("advised-search", "verdi")
    assert len(rows(opened, "advised-list")) == 1


def test_an_assignment_stands_in_the_history_and_is_undone_there(
    workspace: Workspace, answered: int, hub: int
) -> None:
    workspace.hub.advising.assign({hub: Engagement("serena", "luca-conti", "")})
    case = workspace.case(answered)
    told = ChangeWords(workspace, case, wording("en")).told(workspace.history.of(case)[-1])
    assert told.about == "Who looks after it at the hub"
    assert told.detail == "Office: – → Sportello di Serena; Officer: – → Luca Conti"
    workspace.history.undo(case)
    assert workspace._stores.engagements.of(hub) == Engagement()


def test_an_offer_that_fits_becomes_a_line_of_the_register(
    opened: Hand, workspace: Workspace, hub: int
) -> None:
    advise(opened, hub)
    told = words_in(opened, "offer-security-check")
    assert "Backups: from level" in told
    assert "€960 are public money (De minimis); €240 left for the company" in told
    opened.click("plan-security-check")
    assert "limit €300,000" in opened.see("service-aid-sum", QLabel).text()
    opened.click("dialog-do")
    opened.until(lambda: "Already in the register" in words_in(opened, "advice-offers"))
    [line] = workspace.hub.services.of_company(hub)
    assert (line.price_cents, line.aid_cents) == (120_000, 96_000)
    assert (line.kind, line.state) == ("consulting", "planned")
    assert (line.category, line.provider) == ("test-before-invest", "Paolo Fabbri")


def test_aid_beyond_the_limit_is_warned_of_and_amounts_are_checked(opened: Hand, hub: int) -> None:
    advise(opened, hub)
    opened.click("plan-security-check")
    price, aid = opened.see("service-price", QLineEdit), opened.see("service-aid", QLineEdit)
    price.setText("400.000")
    aid.setText("300.000,01")
    assert "more than the limit" in opened.see("service-warning", QLabel).text()
    assert "Reg. (EU) 2023/2831" in opened.see("service-aid-sum", QLabel).text()
    price.setText("1000")
    opened.click("dialog-do")
    assert "more than the price" in opened.see("service-advice", QLabel).text()
    assert opened.focused() == "service-aid"


def test_a_remark_is_written_changed_and_reaches_the_plan(
    opened: Hand, workspace: Workspace, answered: int, hub: int
) -> None:
    advise(opened, hub)
    opened.click("remark-save")
    assert "Write the remark first." in words_in(opened, "advice-remarks")
    opened.see("remark-text", QPlainTextEdit).setPlainText("Try to restore a backup.\nThen call us.")
    opened.click("remark-save")
    opened.until(lambda: len(workspace.hub.advising.remarks(answered)) == 1)
    opened.click("remark-change")
    opened.see("remark-text", QPlainTextEdit).setPlainText("Restore a backup first.")
    opened.click("remark-save")
    opened.until(lambda: workspace.hub.advising.remarks(answered)[0].text == "Restore a backup first.")
    assert len(workspace.hub.advising.remarks(answered)) == 1
    opened.click("advice-open")
    opened.until(lambda: "Restore a backup first." in words_in(opened, "advisers"))


def test_a_remark_begun_is_there_again(opened: Hand, workspace: Workspace, answered: int, hub: int) -> None:
    advise(opened, hub)
    opened.see("remark-text", QPlainTextEdit).setPlainText("Half a thou")
    opened.click("advice-back")
    advise(opened, hub)
    assert opened.see("remark-text", QPlainTextEdit).toPlainText() == "Half a thou"
    opened.click("to-settings")
    opened.click("to-hub")
    opened.until(lambda: len(rows(opened, "advised-list")) == 2)
    advise(opened, hub)
    opened.click("remark-save")
    opened.until(lambda: [each.text for each in workspace.hub.advising.remarks(answered)] == ["Half a thou"])
    opened.click("remark-delete")
    assert not workspace.hub.advising.remarks(answered)
    assert opened.see("remark-text", QPlainTextEdit).toPlainText() == "Half a thou"


def test_who_is_proposed_is_assigned_with_a_press(opened: Hand, workspace: Workspace, hub: int) -> None:
    advise(opened, hub)
    assert "office of this province: Sportello di Serena" in words_in(opened, "advice-people")
    opened.click("advice-accept")
    opened.until(lambda: "Luca Conti" in opened.see("advice-engagement", QLabel).text())
    opened.click("advice-back")
    opened.until(lambda: any("Luca Conti" in row for row in rows(opened, "advised-list")))


def test_without_offices_and_companies_it_is_said_what_to_do(
    open_window: Callable[[], Hand], workspace: Workspace
) -> None:
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    hand = open_window()
    hand.click("to-hub")
    hand.click("hub-advising")
    hand.until(lambda: "Import plans" in hand.see("advised-state", QLabel).text())
    assert hand.find("assign") is None


def test_after_a_proposal_that_failed_it_can_be_tried_again(
    opened: Hand, workspace: Workspace, hub: int
) -> None:
    opened.see("advised-list", SeveralRows).selectAll()
    aside = workspace.folder.with_name("aside")
    workspace.folder.rename(aside)
    opened.click("assign-proposed")
    opened.until(lambda: "no longer at" in opened.see("advised-state", QLabel).text())
    aside.rename(workspace.folder)
    opened.click("assign-proposed")
    opened.until(lambda: workspace._stores.engagements.of(hub).officer == "luca-conti")


def test_without_offices_and_people_nothing_is_proposed(
    open_window: Callable[[], Hand], workspace: Workspace, hub: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hub
    monkeypatch.setitem(vars(workspace.library), "hub_desk", HubDesk())
    hand = open_window()
    hand.click("to-hub")
    hand.click("hub-advising")
    hand.see("assign")
    hand.until(lambda: hand.find("assign-proposed") is None)


def test_before_the_companies_are_read_there_is_nothing_to_press(
    open_window: Callable[[], Hand], hub: int
) -> None:
    hand = open_window()
    hand.click("to-hub")
    hand.see("hub-page", HubPage).enter("advising")
    names = ("advised-search", "advised-list", "assign", "assign-proposed", "advise")
    assert [name for name in names if hand.find(name)] == []
    hand.see("advised-list")
    assert hand.see("advised-state", QLabel).text() == "2 companies"


def test_an_office_that_the_file_does_not_know_is_named_by_its_id_and_told_where_the_mouse_rests(
    open_window: Callable[[], Hand], workspace: Workspace, hub: int
) -> None:
    workspace.hub.advising.assign({hub: Engagement(office="montagna", officer="nino-neri")})
    hand = open_window()
    hand.click("to-hub")
    hand.click("hub-advising")
    hand.until(lambda: any("montagna | nino-neri" in row for row in rows(hand, "advised-list")))
    model = hand.see("advised-list", SeveralRows).model()
    tips = [model.index(row, 2).data(Qt.ItemDataRole.ToolTipRole) for row in range(2)]
    assert "office montagna (not in the hub's file)" in tips
