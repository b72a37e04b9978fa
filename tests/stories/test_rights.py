"""A company asks what is held about it, takes a copy along, is kept for a time, and is forgotten."""

import json
import os
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from desktop.advising import ServiceLine
from desktop.answers import Chosen
from desktop.cli import run_command
from desktop.clock import today
from desktop.content.company import Company
from desktop.errors import SestanteError
from desktop.storage import Hand, Remark
from desktop.workspace import Case
from desktop.workspace.due import months_after
from desktop.workspace.rights.names import safe_name
from tests.builders import worst_answers
from tests.desks import Desk, a_firm


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "data")


@pytest.fixture
def case(desk: Desk) -> Case:
    """A bakery with an answer told by somebody, a note, a file with a bad name, consent, and a person."""
    workspace = desk.workspace
    case = workspace.create_case(a_firm())
    case = workspace.choose_questionnaires(case.id, ("technology-check", "skills"))
    workspace.history.hand = Hand("Marta Greco", "Anna la titolare")
    case = desk.answer(case, range(3))
    key = next(iter(case.sheet))
    workspace.visits.save_remark(case, key, Remark("Da rivedere con calma", "estimate"))
    workspace._stores.visits.add_evidence(
        case.id, f"question:{key}", "../bo*lla.PDF", "application/pdf", b"%PDF"
    )
    workspace.consent.record(case, workspace.library.consent.version, date(2026, 3, 2))
    person = workspace.people.add(case, "Bruno", "employee")
    own = workspace.people.case_of(case, person.id)
    [questionnaire] = workspace.questionnaires(own)
    key, answer = next(iter(worst_answers(questionnaire).items()))
    [question] = [each for each in questionnaire.questions.values() if each.key == key]
    workspace.save_answer(own, question, answer)
    return workspace.case(case.id)


def text(pdf: bytes) -> str:
    return " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split()).replace(
        "’", "'"
    )


def exported(desk: Desk, case: Case, folder: Path, language: str = "it") -> Path:
    return desk.workspace.rights.export(case.company_id, folder, language)


def test_the_document_tells_everything_in_words(desk: Desk, case: Case, tmp_path: Path) -> None:
    pages = text((exported(desk, case, tmp_path) / "dati.pdf").read_bytes())
    for words in (
        "Che cosa si conserva di Panificio Lorusso",
        "articolo 15 del GDPR",
        "Detto da Anna la titolare",
        "Nota: Da rivedere con calma",
        "2 marzo 2026",
        "Testo del consenso, versione",
        "1 persona; le risposte sono sue",
        "Marta Greco",
    ):
        assert words in pages, words
    assert "Bruno" not in pages


def test_steps_are_told_by_what_they_are_called(desk: Desk, case: Case, tmp_path: Path) -> None:
    course = next(iter(desk.workspace.library.catalogue.courses.values()))
    desk.workspace.visits.save_step(case, f"course:{course.id}:owner", "under-way", "Da gennaio")
    pages = text((exported(desk, case, tmp_path, "en") / "data.pdf").read_bytes())
    assert f"Steps of the plan Step State Note {course.title} (Owner)" in pages
    assert f"Step: {course.title} (Owner)" in pages
    assert "course:" not in pages


def test_what_was_decided_on_a_course_is_told_as_its_state(desk: Desk, case: Case, tmp_path: Path) -> None:
    noted, bare = list(desk.workspace.library.catalogue.courses.values())[:2]
    desk.workspace.visits.save_step(case, f"course:{noted.id}:owner", "under-way", "Da gennaio")
    desk.workspace.visits.save_step(case, f"course:{bare.id}:owner", "done")
    folder = exported(desk, case, tmp_path, "en")
    rounds = json.loads((folder / "data.json").read_text("utf-8"))["rounds"]
    told = {step["key"]: (step["state"], step["note"]) for step in rounds[-1]["steps"]}
    assert told[f"course:{noted.id}:owner"] == ("under-way", "Da gennaio")
    assert told[f"course:{bare.id}:owner"] == ("done", "")
    assert f"{bare.title} (Owner) done" in text((folder / "data.pdf").read_bytes())


def test_the_document_can_be_listened_to(desk: Desk, case: Case, tmp_path: Path) -> None:
    reader = PdfReader(exported(desk, case, tmp_path, "en") / "data.pdf")
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    title = next(each["/Title"] for each in reader.outline if isinstance(each, dict))
    assert title.startswith("What is held")


def test_the_data_say_what_was_asked_and_answered_and_nothing_of_people(
    desk: Desk, case: Case, tmp_path: Path
) -> None:
    data = json.loads((exported(desk, case, tmp_path) / "data.json").read_text("utf-8"))
    assert (data["format"], data["version"]) == ("sestante-held-data", 1)
    [held] = data["rounds"]
    assert {each["question"] for each in held["answers"]} == set(case.sheet)
    assert all(each["asked"] and each["said"] for each in held["answers"])
    assert held["people"] == 1
    assert "Bruno" not in json.dumps(data)
    assert data["consent_texts"]


def test_what_each_said_about_the_company_is_told_by_label_and_role_and_nothing_personal(
    desk: Desk, case: Case, tmp_path: Path
) -> None:
    voices = desk.workspace.voices
    own = voices.case_of(case, voices.everybody(case)[0].id)
    [questionnaire] = desk.workspace.questionnaires(own)
    question = questionnaire.questions["backup"]
    desk.workspace.save_answer(own, question, Chosen("tested"))
    made = exported(desk, case, tmp_path)
    [held] = json.loads((made / "data.json").read_text("utf-8"))["rounds"]
    [voice] = held["voices"]
    assert (voice["label"], voice["role"]) == ("Bruno", "employee")
    [said] = voice["answers"]
    words = questionnaire.text("it").questions["backup"]
    assert (said["question"], said["asked"]) == (question.key, words.text)
    pages = text((made / "dati.pdf").read_bytes())
    assert f"Bruno (Dipendente): {said['said']}" in pages
    counts = desk.workspace.rights.counts(case.company_id)
    assert (counts.people, counts.apart, counts.personal) == (1, 1, 1)
    [person] = desk.workspace.rights.find_people(case.company_id, "Bruno")
    taken = desk.workspace.rights.export_person(person, tmp_path, "it")
    data = json.loads((taken / "data.json").read_text("utf-8"))
    assert [each["question"] for each in data["about_company"]] == [question.key]
    assert [each["question"] for each in data["answers"]] != [question.key]
    assert words.text.replace("’", "'") in text((taken / "dati.pdf").read_bytes())


def test_files_come_with_names_that_every_system_takes(desk: Desk, case: Case, tmp_path: Path) -> None:
    made = exported(desk, case, tmp_path)
    [file] = (made / "files").iterdir()
    assert file.name == "0001-bo-lla.pdf"
    assert file.read_bytes() == b"%PDF"
    for bad in (
        "..",
        "",
        "CON",
        "a" * 300 + ".jpeg",
        "x\x00.exe",
        "C:\\temp\\b",
        "ünder/..\\..",
        "\u202egpj.exe",
    ):
        assert not set(safe_name(bad)) & set('/\\:*?"<>|\x00')
        assert 0 < len(safe_name(bad).encode()) < 120


def test_one_packed_file_holds_the_same(desk: Desk, case: Case, tmp_path: Path) -> None:
    folder = exported(desk, case, tmp_path)
    packed = desk.workspace.rights.export(case.company_id, tmp_path, "it", is_zip=True)
    with ZipFile(packed) as archive:
        names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        assert set(archive.namelist()) == names
        assert archive.read("data.json") == (folder / "data.json").read_bytes()


def test_a_person_takes_along_what_is_hers_or_his_alone(desk: Desk, case: Case, tmp_path: Path) -> None:
    rights = desk.workspace.rights
    [person] = rights.find_people(case.company_id, "bruno")
    made = rights.export_person(person, tmp_path, "it")
    data = json.loads((made / "data.json").read_text("utf-8"))
    assert data["label"] == "Bruno"
    assert len(data["answers"]) == 1
    assert data["answers"][0]["said"] in text((made / "dati.pdf").read_bytes())


def test_a_copy_is_written_whole_or_not_at_all(
    desk: Desk, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "stick"

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SestanteError, match="the disk is full"):
        exported(desk, case, target)
    assert list(target.iterdir()) == []


def test_a_copy_never_replaces_another(desk: Desk, case: Case, tmp_path: Path) -> None:
    assert exported(desk, case, tmp_path) != exported(desk, case, tmp_path)


def test_a_company_is_found_by_name_or_number(desk: Desk, case: Case) -> None:
    rights = desk.workspace.rights
    assert rights.find("panificio lorusso") == case.company_id
    with pytest.raises(SestanteError, match="no company"):
        rights.find("Nobody")
    desk.workspace.create_case(a_firm())
    with pytest.raises(SestanteError, match="Several companies"):
        rights.find("Panificio Lorusso")


def test_nobody_is_past_the_time_until_one_is_chosen(desk: Desk, case: Case) -> None:
    retention = desk.workspace.retention
    assert retention.past() == ()
    desk.workspace.register.keep_until(case.company_id, today() - timedelta(days=1))
    [past] = retention.past()
    assert past.was_said
    desk.workspace.register.keep_until(case.company_id, today())
    assert retention.past() == ()


def test_months_end_where_the_month_does() -> None:
    assert months_after(date(2028, 2, 29), 12) == date(2029, 2, 28)
    assert months_after(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert months_after(date(2026, 1, 15), 24) == date(2028, 1, 15)


def test_the_counts_are_those_of_the_copy(desk: Desk, case: Case, tmp_path: Path) -> None:
    counts = desk.workspace.rights.counts(case.company_id)
    [held] = json.loads((exported(desk, case, tmp_path) / "data.json").read_text("utf-8"))["rounds"]
    assert (counts.answers, counts.notes, counts.files) == (len(held["answers"]), 1, 1)
    assert counts.changes == len(held["changes"])


def test_erasing_forgets_all_but_the_number(desk: Desk, case: Case) -> None:
    other = desk.workspace.create_case(Company(name="Forno Rossi", headcount=2))
    assert desk.workspace.register.erase(case.company_id, "asked") == ()
    assert [each.name for each in desk.workspace.cases()] == ["Forno Rossi"]
    assert all(b"Lorusso" not in each.read_bytes() for each in desk.folder.iterdir())
    assert desk.workspace.case(other.id).company.name == "Forno Rossi"


def run(arguments: list[str]) -> int:
    return run_command(arguments, _no_window, _no_window)


def _no_window(*_: object) -> int:
    raise AssertionError("no window is asked for")


def test_the_command_writes_copies_and_says_what_it_cannot_find(
    desk: Desk, case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.close()
    begin = ["--data", str(desk.folder), "export-data", "--to", str(tmp_path / "out"), "--company"]
    assert run([*begin, "Panificio Lorusso", "--zip", "--lang", "en"]) == 0
    assert Path(capsys.readouterr().out.strip()).suffix == ".zip"
    assert run([*begin, "Panificio Lorusso", "--person", "Bruno"]) == 0
    assert Path(capsys.readouterr().out.strip(), "dati.pdf").exists()
    assert run([*begin, "Nessuno"]) == 2
    assert "non c'è nessuna azienda «Nessuno»" in capsys.readouterr().err
    assert run([*begin, "Panificio Lorusso", "--person", "Carla"]) == 2
    assert "con il nome «Carla»" in capsys.readouterr().err


def test_files_of_services_and_lines_of_imports_are_told_and_taken_along(
    desk: Desk, case: Case, tmp_path: Path
) -> None:
    services, rights = desk.workspace.hub.services, desk.workspace.rights
    services.save(ServiceLine("", case.company_id, "training", "Corso", date(2026, 5, 4)))
    (tmp_path / "firme.txt").write_text("Maria, Anna")
    services.add_file(services.lines()[0].uid, tmp_path / "firme.txt")
    uuid = desk.workspace._stores.holdings.of(case.company_id).uuid
    head = {"uid": "one", "how": "files", "begun_at": "2026-10-01T10:00:00Z", "counts": {"added": 2}}
    ours = {
        "kind": "added",
        "files": ["/in/lorusso.pdf"],
        "company": uuid,
        "name": "Panificio Lorusso",
    }
    other = {"kind": "added", "files": ["/in/rossi.pdf"], "company": "another", "name": "Forno Rossi"}
    desk.workspace._stores.imports.save("one", head, 0, [ours, other])
    folder = exported(desk, case, tmp_path / "out", "en")
    data = json.loads((folder / "data.json").read_text("utf-8"))
    [file] = data["at_hub"]["services"][0]["files"]
    assert (folder / file["path"]).read_text() == "Maria, Anna"
    [line] = data["imports"]
    assert (line["files"], line["became"]) == (["lorusso.pdf"], "New company")
    pages = text((folder / "data.pdf").read_bytes())
    assert "Files: firme.txt" in pages
    assert "lorusso.pdf" in pages
    assert "rossi" not in pages + json.dumps(data)
    assert (rights.counts(case.company_id).imports, rights.counts(case.company_id).files) == (1, 2)
