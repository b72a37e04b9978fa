"""What firms score goes into the next edition, and owners see it there without any network."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from desktop.answers import Ticked
from desktop.content.networks.benchmarks import read_benchmarks
from desktop.exchange.packs.checking import check_files
from desktop.report import write_pdf
from desktop.workspace import Workspace
from desktop.workspace.reports import Wish
from tests.assessed import DMA, assessed
from tests.desks import Desk, a_firm
from tests.editions import hub_files, install, pack_file


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "hub")
    yield desk
    desk.close()


def test_a_benchmark_goes_into_the_next_edition_and_compares_firms(hub: Desk, tmp_path: Path) -> None:
    for number in range(6):
        assessed(hub, f"Firm {number}", number, region="ITC4")
    assessed(hub, "Alone", 5, sector="G")
    folder = tmp_path / "benchmarks"
    folder.mkdir()
    hub.workspace.hub.reports.write(Wish("benchmark", folder / "hub.json", hub="Hub Serena"))
    found, problems = read_benchmarks(folder)
    assert problems == ()
    like = found.like(replace(a_firm(), region="ITC4"), "dma-sme")
    assert like is not None
    assert (like.spread.n, like.shared, like.source) == (7, ("size",), "Hub Serena")
    assert "Alone" not in (folder / "hub.json").read_text()


def test_figures_travel_in_a_pack_to_an_owner_and_onto_the_printed_plan(hub: Desk, tmp_path: Path) -> None:
    for number in range(6):
        assessed(hub, f"Firm {number}", number)
    hub.workspace.hub.reports.write(Wish("benchmark", tmp_path / "hub.json", hub="Hub Serena"))
    data, owner = (tmp_path / "hub.json").read_bytes(), tmp_path / "owner"
    install(owner, pack_file(tmp_path / "1.sestante-pack", hub_files() | {"benchmarks/hub-2026.json": data}))
    with closing(Workspace.open(owner)) as workspace:
        case = workspace.create_case(a_firm())
        case = workspace.choose_questionnaires(case.id, ("dma-sme",))
        question = DMA.questions["data-security"]
        case = workspace.save_answer(case, question, Ticked(frozenset({"client-data"})))
        write_pdf(workspace.dossier(case), tmp_path / "plan.pdf", "en")
    text = words_of(tmp_path / "plan.pdf")
    assert "similar firms" in text
    assert "6 firms with the same size and sector (Hub Serena," in text


def test_the_check_of_a_pack_tells_figures_that_cannot_be_read() -> None:
    found = check_files({"benchmarks/hub.json": b"{}"}, lambda name: name)
    assert [(problem.file, problem.code) for problem in found] == [("benchmarks/hub.json", "B012")]


def words_of(plan: Path) -> str:
    with closing(pypdfium2.PdfDocument(plan)) as document:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return " ".join(" ".join(pages).split())
