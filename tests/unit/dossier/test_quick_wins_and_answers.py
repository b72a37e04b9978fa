"""Quick wins in the light of the answers: what is done is left out, what is weak is the reason."""

from collections.abc import Iterator
from datetime import date

import pytest

from desktop.answers import Answer, Chosen, Reserved, Ticked
from desktop.content.company import Company, Constraints, People
from desktop.content.library import Library, read_library
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.dossier import Dossier, Situation, dossier_to_plain, gather
from desktop.dossier.quick_wins import answers_behind
from desktop.planning.quick_wins import QuickWin
from tests.builders import ASSESSMENTS, RESOURCES, best_answers, worst_answers

CHECK = "technology-check"
NO_TIME = Constraints(weeks=1, budget_eur=0)


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(ASSESSMENTS, RESOURCES)


def dossier_of(library: Library, **answers: Answer) -> Dossier:
    """A bakery of six with the worst answers but for these; underlines stand for hyphens."""
    check = library.questionnaires[CHECK]
    given = {QuestionKey(f"{CHECK}/{name.replace('_', '-')}"): answer for name, answer in answers.items()}
    sheet = {**worst_answers(check), **given}
    company = Company(name="Panificio", headcount=6, sector="C", people=People(owner=1, employee=5))
    return gather(Situation(library, company, NO_TIME, (check,), sheet, made_on=date(2026, 11, 23)))


def offered(dossier: Dossier, competence: str) -> list[str]:
    return [win.action.id for win in dossier.quick_wins if win.need.competence == competence]


def reasons(dossier: Dossier, win: QuickWin) -> Iterator[tuple[str, str | None]]:
    for part in answers_behind(win, dossier.competences, dossier.library.questionnaires, 3):
        yield part.question, part.item


def test_a_firm_that_begins_gets_ten_first_steps_each_with_the_answers_behind_it(library: Library) -> None:
    dossier = dossier_of(library)
    assert len(dossier.quick_wins) == 10
    for win in dossier.quick_wins:
        assert win.action.step[0] == 0
        assert list(reasons(dossier, win))
    win = next(win for win in dossier.quick_wins if win.action.id == "own-mail-password")
    assert list(reasons(dossier, win)) == [("accounts", None)]


@pytest.mark.parametrize(
    ("ticked", "offers"),
    [("antivirus", ["lock-the-screens", "updates-by-themselves"]), ("locked", ["updates-by-themselves"])],
)
def test_what_the_answers_show_as_done_is_not_advised(
    library: Library, ticked: str, offers: list[str]
) -> None:
    best = {
        key.partition("/")[2]: answer for key, answer in best_answers(library.questionnaires[CHECK]).items()
    }
    dossier = dossier_of(library, **{**best, "protections": Ticked(frozenset({ticked}))})
    assert offered(dossier, "cyber-devices") == offers


def test_a_better_answer_than_the_one_an_action_leads_to_counts_as_done(library: Library) -> None:
    assert "bank-details-by-voice" in offered(dossier_of(library, fraud=Chosen("yearly")), "cyber-fraud")
    assert "who-to-call" in offered(dossier_of(library), "cyber-incidents")
    assert offered(dossier_of(library, incidents=Chosen("rehearsed")), "cyber-incidents") == []


def test_who_does_not_know_is_still_advised(library: Library) -> None:
    assert "who-to-call" in offered(dossier_of(library, incidents=Reserved.UNKNOWN), "cyber-incidents")


def test_json_tells_quick_wins_with_their_reasons_and_services_for_gaps(library: Library) -> None:
    plain = dossier_to_plain(dossier_of(library))
    first = plain["quick_wins"][0]
    assert set(first) == {"id", "competence", "step", "minutes", "role", "repeats_months", "value", "because"}
    assert first["because"][0]["assessment"] == CHECK
    known = library.catalogue.advice.services
    services = {gap["competence"]: gap["service"] for gap in plain["plan"]["open_gaps"]}
    assert {name for name in services.values() if name} <= set(known)
    assert services["cyber-fraud"] == "fraud-exercise"
