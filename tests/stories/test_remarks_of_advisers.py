"""What a hub's adviser writes returns to the company: in its result, its printed plan, and its program."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.advising import Engagement, ExpertRemark, ServiceLine
from desktop.errors import StorageError
from desktop.exchange.results.envelope import read, write
from desktop.exchange.results.result import FORMAT_WITH_PLACE, Result
from desktop.report import build_pdf
from desktop.report.part_names import told_parts
from desktop.storage import Merge
from desktop.workspace import Case
from desktop.workspace.advising import LONGEST_REMARK
from tests.desks import DAY, Desk, a_firm, kinds
from tests.unit.report.report_reading import text_of

REMARK = ExpertRemark("", "cyber-backup", "Restore one backup first.\nThen call us.", "Paolo Fabbri", DAY)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Desk]:
    """The owner's desk."""
    desk = Desk(tmp_path / "home")
    yield desk
    desk.close()


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Desk]:
    """The hub's desk."""
    desk = Desk(tmp_path / "hub")
    yield desk
    desk.close()


@pytest.fixture
def advised(home: Desk, hub: Desk, tmp_path: Path) -> Case:
    """The owner's company at the hub."""
    hub.take(home.send(home.firm(a_firm(), answers=8), tmp_path / "to-hub.sestante"))
    return hub.only()


def remarks(desk: Desk) -> list[tuple[str, str, str]]:
    found = desk.workspace.hub.advising.remarks(desk.only().id)
    return [(each.about, each.text, each.by) for each in found]


def test_a_remark_comes_home_where_nothing_else_has_changed(
    home: Desk, hub: Desk, advised: Case, tmp_path: Path
) -> None:
    hub.workspace.hub.advising.save_remark(advised.id, REMARK)
    back = hub.send(advised, tmp_path / "back.sestante")
    assert read(back.read_bytes()).result.format == FORMAT_WITH_PLACE
    assert kinds(home.take(back)) == ["updated"]
    assert remarks(home) == [(REMARK.about, REMARK.text, REMARK.by)]
    assert kinds(home.take(back)) == ["here"]
    assert len(remarks(home)) == 1


def test_a_remark_corrected_the_same_day_is_corrected_at_home_and_never_at_the_hub(
    home: Desk, hub: Desk, advised: Case, tmp_path: Path
) -> None:
    uid = hub.workspace.hub.advising.save_remark(advised.id, REMARK)
    home.take(hub.send(advised, tmp_path / "back.sestante"))
    hub.workspace.hub.advising.save_remark(advised.id, ExpertRemark(uid, "", "Call us.", "Paolo Fabbri", DAY))
    home.take(hub.send(advised, tmp_path / "again.sestante"))
    assert remarks(home) == [("", "Call us.", "Paolo Fabbri")]
    result = home.result(home.only())
    forged = replace(result, remarks=tuple(replace(each, text="Pay us.") for each in result.remarks or ()))
    path = tmp_path / "forged.sestante"
    path.write_bytes(write(forged))
    hub.take(path)
    assert remarks(hub) == [("", "Call us.", "Paolo Fabbri")]


def test_the_next_plan_prints_what_advisers_say(hub: Desk, advised: Case) -> None:
    before = hub.workspace.dossier(advised, made_on=DAY)
    assert "advisers" not in told_parts(before)
    hub.workspace.hub.advising.save_remark(advised.id, REMARK)
    dossier = hub.workspace.dossier(advised, made_on=DAY)
    assert "advisers" in told_parts(dossier)
    text = text_of(build_pdf(dossier, "en"))
    for told in ("What the hub's experts say", "Restore one backup first.", "Then call us.", "Paolo Fabbri"):
        assert told.replace(" ", "") in text


def test_a_printed_plan_carries_remarks_home_too(
    home: Desk, hub: Desk, advised: Case, tmp_path: Path
) -> None:
    hub.workspace.hub.advising.save_remark(advised.id, REMARK)
    home.take(hub.print(advised, tmp_path / "plan.pdf"))
    assert remarks(home) == [(REMARK.about, REMARK.text, REMARK.by)]


@pytest.mark.parametrize("scope", ["no-contact", "scores"])
def test_what_does_not_say_whose_it_is_carries_no_remark(hub: Desk, advised: Case, scope: str) -> None:
    hub.workspace.hub.advising.save_remark(advised.id, REMARK)
    result: Result = hub.result(advised, scope)  # type: ignore[arg-type]
    assert b"Restore" not in write(result)


def test_a_remark_is_kept_as_results_can_carry_it(hub: Desk, advised: Case) -> None:
    odd = ExpertRemark("", "", "A\tb\x07c\r\n" + "x" * 3000, "Paolo\nFabbri", DAY)
    hub.workspace.hub.advising.save_remark(advised.id, odd)
    [kept] = hub.workspace.hub.advising.remarks(advised.id)
    assert kept.text.startswith("Abc\nxxx")
    assert len(kept.text) == LONGEST_REMARK
    assert kept.by == "PaoloFabbri"
    assert read(write(hub.result(advised))).result.remarks


def test_all_that_a_hub_does_for_a_company_is_told_in_its_copy(
    hub: Desk, advised: Case, tmp_path: Path
) -> None:
    hub.workspace.hub.advising.save_remark(advised.id, REMARK)
    hub.workspace.hub.advising.assign({advised.company_id: Engagement("Sportello Sud", "Sara Neri", "")})
    line = ServiceLine(
        "", advised.company_id, "training", "Cloud course", date(2026, 5, 4), price_cents=60_050
    )
    hub.workspace.hub.services.save(line)
    copy = hub.workspace.rights.export(advised.company_id, tmp_path, "en")
    data = json.loads((copy / "data.json").read_text(encoding="utf-8"))
    held, text = data["at_hub"], text_of((copy / "data.pdf").read_bytes())
    assert held["engagement"] == {"office": "Sportello Sud", "officer": "Sara Neri", "expert": ""}
    assert [each["title"] for each in held["services"]] == ["Cloud course"]
    assert "company_id" not in held["services"][0]
    assert [each["remark"]["text"] for each in held["sayings"]] == [REMARK.text]
    for told in ("Sportello Sud", "Sara Neri", "Cloud course", "€600.50", "Restore one backup first."):
        assert told.replace(" ", "") in text
    assert hub.workspace.rights.counts(advised.company_id).services == 1


def test_companies_made_one_keep_services_and_who_looks_after_them(hub: Desk, advised: Case) -> None:
    other = hub.firm(a_firm("Forno Lorusso"))
    hub.workspace.hub.services.save(ServiceLine("", other.company_id, "training", "Cloud", DAY))
    hub.workspace.hub.advising.assign({other.company_id: Engagement("sud", "sara", "")})
    hub.workspace._stores.merging.merge(Merge(advised.company_id, other.company_id, "one"))
    assert [each.title for each in hub.workspace.hub.services.of_company(advised.company_id)] == ["Cloud"]
    assert hub.workspace._stores.engagements.of(advised.company_id) == Engagement("sud", "sara", "")


def test_a_service_of_a_deleted_company_does_not_come_back_by_undoing(hub: Desk, advised: Case) -> None:
    hub.workspace.hub.services.save(ServiceLine("", advised.company_id, "training", "Cloud", DAY))
    [line] = hub.workspace.hub.services.lines()
    hub.workspace.hub.services.set_state([line], "delivered")
    hub.workspace.register.erase(advised.company_id, "asked")
    with pytest.raises(StorageError, match="no longer in the workspace"):
        hub.workspace.hub.services.undo()
    [left] = hub.workspace.hub.services.lines()
    assert (left.company_id, left.title, left.state) == (None, "", "delivered")
