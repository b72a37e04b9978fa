"""The search for plans under fire: what comes late, fails or is overtaken is never shown as the plan."""

from collections.abc import Collection
from dataclasses import replace as with_values
from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.errors import SestanteError
from desktop.planning import Plan, PlanRequest, ReadyPlans, compare_plans
from desktop.planning.choosing.candidates import Key
from desktop.text import as_written
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.parts import Parts
from desktop.ui.plan.search import PlanSearch
from desktop.ui.plan.what_if import WhatIf
from desktop.ui.plan.work import Solved, drafted, proven
from desktop.workspace import Case, Workspace


class ProvenMeanwhile(ReadyPlans):
    """Another thread proves what a draft is being made of."""

    def at_once(self, request: PlanRequest, like: Collection[Key] = ()) -> Plan:
        draft = super().at_once(request, like)
        self.make(request)
        return draft


class Unanswered(ReadyPlans):
    """No plan can be made within twelve weeks."""

    def at_once(self, request: PlanRequest, like: Collection[Key] = ()) -> Plan:
        if request.constraints.weeks == 12:
            raise SestanteError(as_written("No plan."))
        return super().at_once(request, like)


@pytest.fixture
def case(workspace: Workspace, answered: int) -> Case:
    return workspace.case(answered)


def within(case: Case, **limits: Any) -> Case:
    return with_values(case, constraints=replace(case.constraints, **limits))


def test_a_draft_stays_a_draft_though_it_is_proven_meanwhile(workspace: Workspace, case: Case) -> None:
    vars(workspace.plans)["ready"] = ProvenMeanwhile()
    found = drafted(workspace, case, None)
    assert found.is_draft
    assert not found.plan.is_optimal


def test_the_last_wish_is_answered_though_the_one_before_it_failed(
    qtbot: QtBot, workspace: Workspace, case: Case
) -> None:
    vars(workspace.plans)["ready"] = Unanswered()
    search = PlanSearch(workspace, owner := QObject())
    found: list[Solved] = []
    search.plan_found.connect(found.append)
    with qtbot.assertNotEmitted(search.failed):
        search.look_for(within(case, weeks=12))
        search.look_for(within(case, weeks=10))
        qtbot.waitUntil(lambda: bool(found) and not found[-1].is_draft, timeout=30_000)
    assert {each.limits.weeks for each in found} == {10}
    owner.deleteLater()


def test_what_is_compared_with_a_draft_is_compared_with_its_proof(
    qtbot: QtBot, workspace: Workspace, case: Case, look: Look
) -> None:
    parts = Parts()
    qtbot.addWidget(parts)
    what_if = WhatIf(Desk(workspace), look, parts, parts)
    proof = proven(workspace, case, drafted(workspace, case, None))
    little = within(case, hours_per_week={"owner": Fraction(1, 2)})
    less = proven(workspace, little, drafted(workspace, little, proof))
    assert less.plan.keys != proof.plan.keys
    what_if.follow(with_values(proof, plan=less.plan, is_draft=True))
    what_if.compare_from_now()
    for shown in (proof, less):
        what_if.follow(shown)
    assert what_if.comparison == compare_plans(proof.plan, less.plan)
