"""What `relevant` says, as a condition; and what a condition says, as `relevant`."""

import pytest

from desktop.exchange.xlsform.answerable import Answerable
from desktop.exchange.xlsform.conditions import condition_of
from desktop.exchange.xlsform.expressions import NotExpressible
from desktop.exchange.xlsform.extra_columns import condition_cell, read_condition
from desktop.exchange.xlsform.relevant import relevant_of

ASKED = (
    Answerable("site-here", "site", "one", {"yes": "yes", "not_yet": "not-yet"}),
    Answerable("tools", "tools", "many", {"crm": "crm", "erp": "erp"}),
    Answerable("mark", "mark", "scale", {"1": "low", "2": "fair", "3": "good"}),
    Answerable("people", "people", "number"),
    Answerable("note", "note", "text"),
)
BY_NAME = {asked.name: asked for asked in ASKED}
BY_ID = {asked.id: asked for asked in ASKED}

READ = {
    "${site} = 'yes'": '{question: site-here, in: ["yes"]}',
    '"not_yet" = ${ site }': "{question: site-here, in: [not-yet]}",
    "${site} != 'yes'": '{question: site-here, not_in: ["yes"]}',
    "selected(${tools}, 'crm') or selected(${tools}, 'erp')": "{question: tools, in: [crm, erp]}",
    "not(selected(${tools}, 'crm'))": "{question: tools, not_in: [crm]}",
    "${mark} >= 2": "{question: mark, in: [fair, good]}",
    "${mark} = 2": "{question: mark, in: [fair]}",
    "${people} >= 10": "{question: people, at_least: 10}",
    "5 < ${people}": "{not: {question: people, at_most: 5}}",
    "${people} = '4'": "{all: [{question: people, at_least: 4}, {question: people, at_most: 4}]}",
    "${note} != ''": "{question: note, answered: true}",
    "${site} != '' and ${site} != 'yes'": '{question: site-here, not_in: ["yes"]}',
    "${people} >= 2 and (${site} = 'yes' or ${mark} < 2)": (
        '{all: [{question: people, at_least: 2}, {any: [{question: site-here, in: ["yes"]}, '
        "{question: mark, in: [low]}]}]}"
    ),
}
REFUSED = {
    "${people} + 1 > 2": "understood",
    "${later} = 'yes'": "`later` is not an earlier question",
    "${site} = 'maybe'": "`maybe` is not a choice",
    "${tools} = 'crm'": "use selected()",
    "${site} = ${mark}": "fixed value",
    "count-selected(${tools}) > 1": "count-selected",
    "today() > 3": "today",
    "(" * 1_500: "nested",
    "1 = " + "(" * 1_500: "nested",
    "not(" * 600: "nested",
    "1 = " + "count-selected(" * 600: "nested",
    "${site} = 'yes' and " * 3_000 + "1 = 1": "understood",
    "${mark} > 3": "never holds",
    "not(": "",
    "${site}": "",
    "'": "",
}
WRITTEN = {
    '{question: site-here, in: ["yes", not-yet]}': ("${site} = 'yes' or ${site} = 'not_yet'", True),
    "{question: tools, not_in: [crm]}": ("${tools} != '' and not(selected(${tools}, 'crm'))", True),
    "{not: {question: people, at_least: 0.5}}": ("${people} < 0.5", True),
    "{question: people, at_most: 1/3}": ("${people} <= (1 div 3)", True),
    "{company: headcount, at_least: 10}": ("", False),
    "{all: [{company: headcount, at_least: 10}, {question: mark, in: [low]}]}": ("${mark} = '1'", False),
    "{any: [{company: headcount, at_least: 10}, {question: mark, in: [low]}]}": ("", False),
}


@pytest.mark.parametrize("relevant", READ)
def test_an_expression_becomes_a_condition(relevant: str) -> None:
    assert condition_cell(condition_of(relevant, BY_NAME)) == READ[relevant]


@pytest.mark.parametrize("relevant", REFUSED, ids=lambda relevant: relevant[:30])
def test_an_expression_without_counterpart_says_why(relevant: str) -> None:
    with pytest.raises(NotExpressible) as raised:
        condition_of(relevant, BY_NAME)
    assert REFUSED[relevant] in str(raised.value)


@pytest.mark.parametrize("condition", WRITTEN)
def test_a_condition_becomes_an_expression_as_far_as_it_can(condition: str) -> None:
    assert relevant_of(read_condition(condition), BY_ID) == WRITTEN[condition]


@pytest.mark.parametrize("condition", [text for text, (_, is_whole) in WRITTEN.items() if is_whole])
def test_a_written_expression_can_be_read_again(condition: str) -> None:
    again = condition_of(relevant_of(read_condition(condition), BY_ID)[0], BY_NAME)
    assert relevant_of(again, BY_ID) == WRITTEN[condition]
