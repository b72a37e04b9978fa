"""Companies of a hub that were assessed, and services they were given."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from msgspec.structs import replace

from desktop.answers import Answer, Chosen, Rows, Ticked
from desktop.models import ServiceRecord
from desktop.workspace import Case
from tests.desks import Desk, a_firm, the_content

DMA = the_content().questionnaires["dma-sme"]


def assessed(hub: Desk, name: str, ticks: int = 3, **values: Any) -> Case:
    """A company that has answered the whole DMA, with so many ticks in each question."""
    case = hub.workspace.create_case(replace(a_firm(name), **values))
    case = hub.workspace.choose_questionnaires(case.id, ("dma-sme",))
    for question in DMA.questions.values():
        answer: Answer
        if question.kind == "many":
            fitting = [each.id for each in question.choices if not each.exclusive]
            answer = Ticked(frozenset(fitting[:ticks]))
        elif question.columns:
            answer = Rows({row.id: Ticked(frozenset({"already"})) for row in question.rows})
        else:
            answer = Rows({row.id: Chosen(question.choices[1].id) for row in question.rows})
        case = hub.workspace.save_answer(case, question, answer)
    return case


def a_service(hub: Desk, case: Case | None, **values: Any) -> None:
    plain = {
        "uid": str(uuid4()),
        "project_id": None,
        "category": "training",
        "kind": "training",
        "title": "=HYPERLINK(1)",
        "note": "",
        "technology": "Cloud",
        "price_cents": 120_050,
        "aid_cents": 100_000,
        "aid_scheme": "de-minimis",
        "started_on": datetime(2026, 10, 1, tzinfo=UTC).date(),
        "ended_on": None,
        "attendees": 4,
        "state": "delivered",
        "officer": "",
        "provider": "",
        "made_at": datetime.now(UTC),
        "changed_at": datetime.now(UTC),
    }
    with hub.workspace._database.session() as session:
        session.add(ServiceRecord(**{**plain, "company_id": case and case.company_id, **values}))
