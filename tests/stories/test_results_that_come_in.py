"""One desk writes, another one reads: files, printed plans and photos, twice, later, changed, sealed."""

from collections.abc import Iterator
from dataclasses import replace as with_values
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.answers import Text
from desktop.content.company import Contact
from desktop.exchange.results.compact import to_codes
from desktop.exchange.results.envelope import write
from desktop.exchange.results.result import Result
from desktop.text import wording
from desktop.workspace.incoming import Outcome
from desktop.workspace.incoming.words import facts, reason, warnings
from tests.desks import VAT, Desk, a_firm, kinds, photo_of_codes
from tests.unit.exchange.pictures import a_page


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Desk]:
    """The desk that receives."""
    desk = Desk(tmp_path / "ours")
    yield desk
    desk.close()


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Desk]:
    """The desk that sends."""
    desk = Desk(tmp_path / "theirs")
    yield desk
    desk.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lorusso.sestante"


def told(outcome: Outcome) -> str:
    words = wording("en")
    return " ".join((reason(outcome, words), *warnings(outcome, words), *facts(outcome, words)))


def restored(desk: Desk) -> Result:
    """The result as this desk would send it, without what it adds itself."""
    return desk.result(desk.only())


@pytest.mark.parametrize("carrier", ["file", "pdf", "code"])
def test_a_company_comes_in_whole_by_each_carrier(
    ours: Desk, theirs: Desk, tmp_path: Path, carrier: str
) -> None:
    case = theirs.firm(a_firm(vat=VAT), answers=8)
    theirs.workspace.consent.record(case, "2026-11")
    path = tmp_path / "plan.pdf"
    if carrier == "file":
        path = theirs.send(case, tmp_path / "x.sestante")
    else:
        theirs.print(case, path)
    if carrier == "code":
        path = photo_of_codes(path, tmp_path / "photo.png")
    [outcome] = ours.take(path)
    assert (outcome.kind, outcome.name, outcome.stage) == ("added", "Panificio Lorusso", "T0")
    assert restored(ours) == theirs.result(case)
    assert ours.only().place.page == "results"
    assert "The plan it came with has" in told(outcome)
    [received] = ours.workspace._stores.received.all()
    assert (received.arrival.carrier, received.round_id) == (carrier, outcome.case_id)


def test_what_came_in_is_here_already_in_whatever_form_it_comes_again(
    ours: Desk, theirs: Desk, file: Path, tmp_path: Path
) -> None:
    case = theirs.firm(a_firm(vat=VAT))
    theirs.send(case, file)
    plan = theirs.print(case, tmp_path / "plan.pdf", "no-contact")
    photo = photo_of_codes(plan, tmp_path / "photo.png")
    assert kinds(ours.take(file, plan, photo, file)) == ["added", "here", "here", "here"]
    assert ours.only().company.contact.name == "Maria Lorusso"
    assert ours.names() == [("Panificio Lorusso", "T0")]


def test_the_contact_follows_a_copy_without_it(ours: Desk, theirs: Desk, file: Path, tmp_path: Path) -> None:
    case = theirs.firm(a_firm())
    ours.take(theirs.send(case, tmp_path / "without.sestante", "no-contact"))
    assert ours.only().company.contact == Contact()
    assert kinds(ours.take(theirs.send(case, file))) == ["updated"]
    assert ours.only().company.contact.name == "Maria Lorusso"


def test_a_later_round_joins_its_company_whichever_comes_first(
    ours: Desk, theirs: Desk, file: Path, tmp_path: Path
) -> None:
    case = theirs.firm(a_firm(vat=VAT))
    first = theirs.send(case, file)
    case = theirs.answer(theirs.workspace.save_company(case.id, a_firm(vat=VAT, headcount=9)), range(3, 6))
    second = theirs.send_round(case, tmp_path / "later.sestante", "T1")
    assert kinds(ours.take(second, first)) == ["added", "joined"]
    assert ours.names() == [("Panificio Lorusso", "T0"), ("Panificio Lorusso", "T1")]
    assert {ours.workspace.case(each.id).company.headcount for each in ours.workspace.cases()} == {9}
    later = next(each for each in ours.workspace.cases() if each.stage == "T1")
    dossier = ours.workspace.dossier(ours.workspace.case(later.id))
    assert [earlier.stage for earlier in dossier.earlier] == ["T0"]


def test_a_newer_state_replaces_what_nobody_changed_here(
    ours: Desk, theirs: Desk, file: Path, tmp_path: Path
) -> None:
    case = theirs.firm(a_firm())
    old = theirs.send(case, file)
    ours.take(old)
    case = theirs.answer(case, range(3, 6))
    new = theirs.send(case, tmp_path / "new.sestante")
    assert kinds(ours.take(new)) == ["updated"]
    assert restored(ours) == theirs.result(case)
    late = theirs.send(case, tmp_path / "late.sestante", "no-contact")
    assert kinds(ours.take(old, late)) == ["here", "here"]
    assert restored(ours) == theirs.result(case)


def conflicting(ours: Desk, theirs: Desk, folder: Path) -> Outcome:
    """A company that both desks went on with."""
    case = theirs.firm(a_firm())
    ours.take(theirs.send(case, folder / "first.sestante"))
    ours.answer(ours.only(), range(6, 8))
    case = theirs.answer(case, range(3, 6))
    [outcome] = ours.take(theirs.send(case, folder / "second.sestante"))
    assert outcome.kind == "conflict"
    return outcome


def test_what_was_changed_here_is_never_overwritten(ours: Desk, theirs: Desk, tmp_path: Path) -> None:
    outcome = conflicting(ours, theirs, tmp_path)
    assert len(ours.only().sheet) == 5
    assert "changed here" in told(outcome)
    assert kinds(ours.take(tmp_path / "second.sestante")) == ["conflict"]  # it waits until somebody chooses
    chosen = ours.workspace.incoming.choices.keep_mine(outcome)
    assert chosen.kind == "here"
    assert len(ours.only().sheet) == 5
    assert kinds(ours.take(tmp_path / "second.sestante")) == ["here"]


def test_theirs_can_be_taken(ours: Desk, theirs: Desk, tmp_path: Path) -> None:
    chosen = ours.workspace.incoming.choices.take_theirs(conflicting(ours, theirs, tmp_path))
    assert chosen.kind == "updated"
    [summary] = theirs.workspace.cases()
    assert restored(ours) == theirs.result(theirs.workspace.case(summary.id))
    case = theirs.answer(theirs.workspace.case(summary.id), range(6, 7))
    assert kinds(ours.take(theirs.send(case, tmp_path / "third.sestante"))) == ["updated"]


def test_both_can_be_kept_as_two_companies(ours: Desk, theirs: Desk, tmp_path: Path) -> None:
    chosen = ours.workspace.incoming.choices.keep_both(conflicting(ours, theirs, tmp_path))
    assert chosen.kind == "added"
    sizes = sorted(len(ours.workspace.case(each.id).sheet) for each in ours.workspace.cases())
    assert sizes == [5, 6]
    [summary] = theirs.workspace.cases()
    case = theirs.answer(theirs.workspace.case(summary.id), range(6, 7))
    [later] = ours.take(theirs.send(case, tmp_path / "third.sestante"))
    assert (later.kind, later.case_id) == ("updated", chosen.case_id)


def test_a_company_is_found_by_its_vat_number_and_its_profile_stays(
    ours: Desk, theirs: Desk, file: Path
) -> None:
    ours.firm(a_firm("Forno Lorusso", f"IT {VAT}", 4))
    case = theirs.firm(a_firm(vat=VAT))
    [outcome] = ours.take(theirs.send_round(case, file, "T1"))
    assert outcome.kind == "joined"
    assert "VAT number of a company that is here" in told(outcome)
    assert ours.names() == [("Forno Lorusso", "T0"), ("Forno Lorusso", "T1")]
    assert ours.workspace.case(outcome.case_id).company.headcount == 4
    newer = theirs.answer(case, range(3, 5))
    assert kinds(ours.take(theirs.send_round(newer, file, "T1"))) == ["updated"]
    assert ours.workspace.case(outcome.case_id).company.name == "Forno Lorusso"


def test_one_id_with_two_vat_numbers_is_put_to_the_user(ours: Desk, theirs: Desk, file: Path) -> None:
    case = theirs.firm(a_firm(vat=VAT))
    ours.take(theirs.send(case, file))
    case = theirs.workspace.save_company(case.id, a_firm(vat="07643520567"))
    [outcome] = ours.take(theirs.send(case, file))
    assert outcome.kind == "conflict"
    assert VAT in told(outcome)
    assert "07643520567" in told(outcome)
    assert ours.only().company.vat == VAT


def test_scores_alone_are_kept_without_a_company(ours: Desk, theirs: Desk, file: Path) -> None:
    case = theirs.firm(a_firm())
    theirs.send(case, file, "scores")
    assert kinds(ours.take(file)) == ["kept"]
    assert kinds(ours.take(file)) == ["here"]
    assert ours.names() == []
    [kept] = ours.workspace._stores.received.all()
    code = theirs.result(case, "scores").round.code
    assert (kept.arrival.company, kept.round_id) == (code, None)


def test_a_sealed_file_comes_in_where_it_belongs_and_nowhere_else(
    ours: Desk, theirs: Desk, file: Path
) -> None:
    case = theirs.firm(a_firm())
    theirs.send(case, file, sealed_to=ours.card)
    [refused] = theirs.take(file)
    assert refused.kind == "refused"
    assert ours.card.fingerprint in told(refused)
    [outcome] = ours.take(file)
    assert outcome.kind == "added"
    assert "sealed for this desk" in told(outcome)


def test_a_changed_file_is_taken_in_only_by_those_who_say_so(ours: Desk, theirs: Desk, file: Path) -> None:
    theirs.send(theirs.firm(a_firm()), file)
    file.write_bytes(file.read_bytes().replace(b"Lorusso", b"Lorussa", 1))
    [refused] = ours.take(file)
    assert refused.kind == "refused"
    assert "changed after it was written" in told(refused)
    assert ours.names() == []
    [accepted] = ours.take(file, accept_changed=True)
    assert accepted.kind == "added"
    assert "Careful: this was changed" in told(accepted)


def test_a_desk_is_known_by_what_came_from_it_before(
    ours: Desk, theirs: Desk, file: Path, tmp_path: Path
) -> None:
    case = theirs.firm(a_firm())
    [first] = ours.take(theirs.send(case, file))
    assert "from which nothing came before" in told(first)
    [second] = ours.take(theirs.send(theirs.firm(a_firm("Officina")), tmp_path / "o.sestante"))
    assert "from which 1 result came before" in told(second)
    [own] = ours.take(ours.send(ours.firm(a_firm("Mio")), tmp_path / "own.sestante"))
    assert (own.kind, own.standing.signer) == ("here", "this desk")


def test_another_desk_than_before_is_warned_of_and_so_is_none(
    ours: Desk, theirs: Desk, file: Path, tmp_path: Path
) -> None:
    case = theirs.firm(a_firm())
    ours.take(theirs.send(case, file))
    stranger = Desk(tmp_path / "stranger")
    stranger.take(file)
    result = stranger.result(stranger.answer(stranger.only(), range(3, 5)))
    file.write_bytes(write(result, stranger.workspace.outgoing.key))
    [other] = ours.take(file)
    assert theirs.card.fingerprint in told(other)
    assert "Careful: this comes from desk" in told(other)
    file.write_bytes(write(stranger.result(stranger.answer(stranger.only(), range(5, 6)))))
    [unsigned] = ours.take(file)
    assert "Careful: nobody signed this" in told(unsigned)
    stranger.close()


def test_an_own_file_that_comes_back_changes_nothing(ours: Desk, file: Path) -> None:
    case = ours.firm(a_firm())
    ours.send(case, file)
    ours.answer(case, range(3, 6))
    assert kinds(ours.take(file)) == ["here"]
    assert len(ours.only().sheet) == 6


def test_a_questionnaire_that_is_not_known_here_keeps_the_result_until_it_is(
    ours: Desk, theirs: Desk, file: Path
) -> None:
    result = theirs.result(theirs.firm(a_firm()))
    [quick] = result.assessments
    unknown = replace(result, assessments=(replace(quick, version="9.9"),))
    file.write_bytes(write(unknown))
    [waiting] = ours.take(file)
    assert waiting.kind == "waiting"
    assert "`quick` in version 9.9" in told(waiting)
    assert ours.names() == []
    [kept] = ours.workspace._stores.received.all()
    library = ours.workspace.library
    newer = with_values(library.questionnaires["quick"], version="9.9")
    ours.workspace.incoming._library = library.showing({**library.questionnaires, "quick": newer})
    assert kinds(ours.take(file)) == ["added"]
    assert [each.id for each in ours.workspace._stores.received.all()] == [kept.id]


def test_a_moment_yet_to_come_does_not_hide_what_comes_later(ours: Desk, theirs: Desk, file: Path) -> None:
    case = theirs.firm(a_firm())
    result = theirs.result(case)
    far = datetime.max.replace(tzinfo=UTC) - timedelta(days=1)
    file.write_bytes(write(replace(result, round=replace(result.round, changed_at=far))))
    assert kinds(ours.take(file)) == ["added"]
    case = theirs.answer(case, range(3, 5))
    assert kinds(ours.take(theirs.send(case, file))) == ["updated"]


def test_a_folder_is_walked_without_end_and_without_what_is_hidden(
    ours: Desk, theirs: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "sent" / "2027"
    folder.mkdir(parents=True)
    (folder / "again").symlink_to(tmp_path / "sent")
    (tmp_path / "sent" / "notes.txt").write_text("to do", encoding="utf-8")
    theirs.send(theirs.firm(a_firm()), folder / "a.sestante")
    theirs.send(theirs.firm(a_firm("Officina")), folder / ".hidden.sestante")
    found = ours.workspace.incoming.files([tmp_path / "sent"])
    assert [path.name for path in found.files] == ["a.sestante"]
    assert found.others == 1
    assert kinds(ours.take(tmp_path / "sent", folder / "a.sestante")) == ["added", "here"]


def test_an_import_that_is_stopped_keeps_what_came_in(ours: Desk, theirs: Desk, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        theirs.send(theirs.firm(a_firm(name)), tmp_path / f"{name}.sestante")
    found = ours.workspace.incoming.files(sorted(tmp_path.glob("*.sestante")))
    done: list[int] = []
    stopped = ours.workspace.incoming.take_in(found, done.append, lambda: bool(done))
    assert kinds(list(stopped)) == ["added"]
    assert ours.names() == [("a", "T0")]
    assert kinds(ours.take(*found.files)) == ["here", "added", "added"]


def test_photos_of_one_plan_find_together_and_say_what_is_missing(
    ours: Desk, theirs: Desk, tmp_path: Path
) -> None:
    codes = to_codes(theirs.result(theirs.firm(a_firm(), answers=8)), ours.workspace.library.questionnaire)
    photos = [tmp_path / f"photo-{number}.png" for number, _ in enumerate(codes)]
    for photo, code in zip(photos, codes, strict=True):
        a_page((code,)).save(photo)
    assert len(photos) > 1
    [missing] = ours.take(photos[0])
    assert missing.kind == "refused"
    assert told(missing).strip().startswith("photo-0.png: Code 2 of ")
    [outcome] = ours.take(*reversed(photos))
    assert (outcome.kind, set(outcome.paths)) == ("added", set(photos))


def test_texts_without_room_on_paper_follow_with_the_file(
    ours: Desk, theirs: Desk, tmp_path: Path, file: Path
) -> None:
    case = theirs.workspace.choose_questionnaires(theirs.firm(a_firm()).id, ("technology-check",))
    notes = theirs.workspace.library.questionnaires["technology-check"].questions["notes"]
    words = "".join(chr(0x4E00 + (number * 7919) % 20_000) for number in range(notes.maximum_length))
    case = theirs.workspace.save_answer(case, notes, Text(words))
    photo = photo_of_codes(theirs.print(case, tmp_path / "plan.pdf"), tmp_path / "photo.png")
    [coded] = ours.take(photo)
    assert (coded.kind, coded.texts_left_out) == ("added", 1)
    assert "1 text had no room on paper" in told(coded)
    assert kinds(ours.take(theirs.send(case, file))) == ["updated"]
    assert ours.only().sheet[notes.key] == Text(words)
    assert kinds(ours.take(photo)) == ["here"]
    case = theirs.answer(case, range(2))
    newer = photo_of_codes(theirs.print(case, tmp_path / "plan.pdf"), photo)
    assert kinds(ours.take(newer)) == ["updated"]
    assert ours.only().sheet[notes.key] == Text(words)
    case = theirs.answer(case, range(2, 8))
    assert kinds(ours.take(theirs.send(case, file))) == ["updated"]
    assert restored(ours) == theirs.result(case)
