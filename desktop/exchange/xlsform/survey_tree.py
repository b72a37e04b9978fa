"""The rows of a survey as a tree: groups and repeats with what stands in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from desktop.exchange.xlsform.findings import Finding
from desktop.exchange.xlsform.sheets import Row, Sheet
from desktop.text import Sentence, say

MAXIMUM_NESTING = 10
_BORDER = re.compile(r"(begin|end)[_ ](group|repeat)\Z")
_SELECT = re.compile(
    r"(?P<kind>select_one|select one|select1|select_multiple|select multiple|select all that apply)\s+"
    r"(?:from\s+)?(?P<list>\S+)(?P<other>\s+or[_ ]other)?\Z"
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One row that asks or tells something."""

    row: Row
    type: str


@dataclass(frozen=True, slots=True)
class Group:
    """A group or repeat with the rows in it."""

    row: Row
    type: Literal["group", "repeat"]
    children: list["Node"] = field(default_factory=list)


Node: TypeAlias = Leaf | Group


@dataclass(frozen=True, slots=True)
class Select:
    """What the type of a select says: how many, from which list, and whether `other` is offered."""

    is_many: bool
    list_name: str
    has_other: bool


def select_of(type_: str) -> Select | None:
    """The parts of a type such as `select_one yes_no`, None for any other type."""
    found = _SELECT.match(type_)
    if found is None:
        return None
    is_many = found["kind"] not in ("select_one", "select one", "select1")
    return Select(is_many, found["list"], bool(found["other"]))


def tree_of(survey: Sheet, findings: list[Finding]) -> list[Node]:
    """The nodes at the top of a survey; borders that have no partner are reported."""
    top: list[Node] = []
    opened: list[Group] = []
    too_deep = 0
    for row in survey.rows:
        type_ = " ".join(row.take("type").split())
        border = _BORDER.match(type_.lower())
        here = opened[-1].children if opened else top
        if border is None:
            here.append(Leaf(row, type_))
        elif border[1] == "begin":
            if len(opened) >= MAXIMUM_NESTING:
                too_deep += 1
                what = say("groups are nested more than {most} deep", most=MAXIMUM_NESTING)
                findings.append(_border(row, what))
                row.drop()
                continue
            group = Group(row, "group" if border[2] == "group" else "repeat")
            here.append(group)
            opened.append(group)
        elif too_deep:
            too_deep -= 1
        elif not opened:
            findings.append(_border(row, say("an end without a beginning")))
        else:
            if opened[-1].type != border[2]:
                findings.append(
                    _border(row, say("a {begun} ends as a {ended}", begun=opened[-1].type, ended=border[2]))
                )
            opened.pop()
            row.take("name")
    findings.extend(
        _border(group.row, say("the {type} has no end; all that follows is in it", type=group.type))
        for group in opened
    )
    return top


def _border(row: Row, what: Sentence) -> Finding:
    return row.finding("type", what, say("put the beginnings and ends of groups in order"), "X108")


def leaves(node: Node) -> Iterator[Row]:
    """Every row of a node, its own first."""
    yield node.row
    if isinstance(node, Group):
        for child in node.children:
            yield from leaves(child)
