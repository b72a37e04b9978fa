"""A consultant's companies leave the desk with their rounds and agreements, under the scope chosen."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.content.company import Company, Contact, People
from desktop.content.library import read_library
from desktop.dossier import Consent, Dossier, share
from desktop.exchange.results.envelope import ATTACHED_NAME, ResultError, read
from desktop.models import RoundRecord
from desktop.paths import assessments_folder, resources_folder
from desktop.report import PrintOptions, write_pdf
from desktop.storage import FileDatabase
from desktop.workspace import Case, Workspace
from tests.stories.test_workspace import best_answer

BAKERY = Company(
    name="Panificio Lorusso",
    headcount=6,
    sector="C",
    people=People(owner=1, employee=5),
    contact=Contact(name="Maria Lorusso"),
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[FileDatabase]:
    """A new data folder, open."""
    with closing(FileDatabase(tmp_path / "data")) as database:
        yield database


@pytest.fixture
def workspace(database: FileDatabase) -> Workspace:
    """The workspace in it."""
    return Workspace(read_library(assessments_folder(), resources_folder()), database)


@pytest.fixture
def case(workspace: Workspace) -> Case:
    """A bakery with one answer."""
    case = workspace.create_case(BAKERY)
    question = workspace.questions(case, case.questionnaire_ids[0])[0]
    return workspace.save_answer(case, question, best_answer(question))


@pytest.fixture
def dossier(workspace: Workspace, case: Case) -> Dossier:
    """Everything about it."""
    return workspace.dossier(case, made_on=date(2027, 1, 4))


def later_round(workspace: Workspace, database: FileDatabase, case: Case) -> Case:
    """The same company a year later, asked the same."""
    with database.session() as session:
        first = session.get(RoundRecord, case.id)
        names = ("constraints", "place", "started_at", "changed_at", "visited_at")
        values = {name: getattr(first, name) for name in names}
        record = RoundRecord(stage="T1", **values)
        record.company_id = first.company_id
        session.add(record)
        session.flush()
        later = record.id
    return workspace.choose_questionnaires(later, case.questionnaire_ids)


def test_a_result_says_which_company_and_round_it_is_of(
    workspace: Workspace, case: Case, dossier: Dossier
) -> None:
    result = workspace.outgoing.result(dossier, "full")
    origin = workspace.outgoing.origin(case)
    assert (result.round.company_id, result.round.stage) == (origin.company_id, "T0")
    assert result.round.changed_at == origin.changed_at
    assert result.company == BAKERY
    assert result.made_by.startswith("Sestante ")


def test_a_later_round_brings_the_earlier_one_with_its_own_scores(
    workspace: Workspace, database: FileDatabase, case: Case
) -> None:
    later = workspace.dossier(later_round(workspace, database, case), made_on=date(2028, 1, 4))
    assert later.stage == "T1"
    [earlier] = later.earlier
    assert earlier.stage == "T0"
    assert earlier.results == workspace.scores.results(case)
    assert earlier.competences == workspace.scores.competences(case)
    assert later.provenance.company_id == workspace.outgoing.origin(case).company_id
    assert workspace.dossier(case, made_on=date(2028, 1, 4)).earlier == ()


def test_scores_alone_carry_the_same_code_each_year(
    workspace: Workspace, database: FileDatabase, case: Case, dossier: Dossier
) -> None:
    later = workspace.dossier(later_round(workspace, database, case))
    codes = {workspace.outgoing.result(each, "scores").round.code for each in (dossier, later)}
    other = workspace.dossier(workspace.create_case(Company(name="Another", headcount=1)))
    assert len(codes) == 1
    assert workspace.outgoing.result(other, "scores").round.code not in codes


def test_an_agreement_travels_until_it_is_withdrawn(workspace: Workspace, case: Case) -> None:
    assert workspace.consent.of(case) is None
    workspace.consent.record(case, "2026-11", date(2026, 11, 20))
    workspace.consent.record(case, "2027-01", date(2027, 1, 4))
    assert workspace.dossier(case).consent == Consent(date(2027, 1, 4), "2027-01")
    workspace.consent.withdraw(case)
    assert workspace.dossier(case).consent is None
    assert [each.text_version for each in workspace.consent.history(case)] == ["2026-11", "2027-01"]


def test_a_file_is_signed_by_the_desk_and_opened_again(
    workspace: Workspace, dossier: Dossier, tmp_path: Path
) -> None:
    path = tmp_path / "lorusso.sestante"
    workspace.outgoing.write_file(dossier, "no-contact", path)
    opened = workspace.outgoing.open(path.read_bytes(), path.name)
    assert opened.signed_by == workspace.outgoing.card.fingerprint
    assert opened.result == workspace.outgoing.result(dossier, "no-contact")
    assert opened.result.company.contact == Contact()


def test_a_desk_is_the_same_after_a_start(workspace: Workspace, tmp_path: Path) -> None:
    card = workspace.outgoing.card
    workspace.close()
    with closing(FileDatabase(tmp_path / "data")) as again:
        assert Workspace(workspace.library, again).outgoing.card == card


def test_a_sealed_file_is_for_its_hub_alone(workspace: Workspace, dossier: Dossier, tmp_path: Path) -> None:
    with closing(FileDatabase(tmp_path / "hub")) as database:
        hub = Workspace(workspace.library, database)
        path = tmp_path / "lorusso.sestante"
        workspace.outgoing.write_file(dossier, "full", path, hub.outgoing.card)
        with pytest.raises(ResultError, match=r"lorusso\.sestante is sealed for the desk"):
            workspace.outgoing.open(path.read_bytes(), path.name)
        opened = hub.outgoing.open(path.read_bytes(), path.name)
    assert opened.signed_by == workspace.outgoing.card.fingerprint
    assert opened.result.company.contact.name == "Maria Lorusso"


def test_a_file_replaces_no_other_one_and_is_whole_or_not_there(
    workspace: Workspace, dossier: Dossier, tmp_path: Path
) -> None:
    (tmp_path / "notes.sestante").write_text("{my notes}", encoding="utf-8")
    for path in (tmp_path / "notes.sestante", tmp_path, tmp_path / "none" / "x.sestante"):
        with pytest.raises(ResultError, match=r"[Cc]hoose another"):
            workspace.outgoing.write_file(dossier, "full", path)
    assert (tmp_path / "notes.sestante").read_text("utf-8") == "{my notes}"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "notes.sestante"]


def test_a_printed_plan_is_given_the_result_to_carry(
    workspace: Workspace, dossier: Dossier, tmp_path: Path
) -> None:
    chosen = PrintOptions(parts=frozenset({"results"}))
    options = workspace.outgoing.print_options(dossier, "scores", "it", chosen)
    [inside] = options.attachments
    assert (inside.name, options.parts) == (ATTACHED_NAME, chosen.parts)
    assert inside.says.startswith("Il risultato")
    assert read(inside.data).result.scope == "scores"
    write_pdf(share(dossier, "scores"), tmp_path / "plan.pdf", "it", options)
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")


def test_scores_alone_never_name_the_company_or_the_desk(workspace: Workspace, dossier: Dossier) -> None:
    known = replace(dossier, consent=Consent(date(2026, 11, 20), "2026-11"))
    told = workspace.outgoing.file(known, "scores").decode()
    desk = workspace.outgoing.card
    for text in ("Lorusso", "2026-11-20", dossier.provenance.company_id, desk.fingerprint, desk.text):
        assert text not in told
