"""Groups shown as a table: selects that share one list become the rows of a grid."""

from collections.abc import Sequence

import msgspec

from desktop.content.questionnaires.points_checks import RESERVED
from desktop.content.questionnaires.questionnaire_file import Condition, RowEntry
from desktop.exchange.xlsform import extra_columns as extra
from desktop.exchange.xlsform.answerable import Answerable
from desktop.exchange.xlsform.asking import (
    common_entry,
    look_at_appearance,
    offering,
    question_texts,
    take_list,
)
from desktop.exchange.xlsform.bounds import limits_in
from desktop.exchange.xlsform.cells import is_yes, label_entries, read_cell
from desktop.exchange.xlsform.choice_lists import Labels, read_ceilings
from desktop.exchange.xlsform.drafts import DraftQuestion, Import
from desktop.exchange.xlsform.naming import Taken, is_id, slug
from desktop.exchange.xlsform.sheets import Row
from desktop.exchange.xlsform.survey_tree import Group, Leaf, select_of
from desktop.text import say

_TABLE = "table-list"
_HEADER_LOOK = "label"
_ROW_LOOKS = frozenset({"list-nolabel", "list"})


def grid_leaves(group: Group) -> list[Leaf]:
    """The rows of a group that is meant as a table and can be a grid, else nothing."""
    found = [child for child in group.children if isinstance(child, Leaf) and select_of(child.type)]
    if group.type != "group" or not found or len(found) != len(group.children):
        return []
    has_header = len(found) > 1 and _look(found[0].row) == {_HEADER_LOOK}
    if _TABLE not in _look(group.row) and not has_header:
        return []
    rows = found[1:] if has_header else found
    selects = {select_of(leaf.type) for leaf in rows}
    is_alike = len(selects) == 1 and not any(select and select.has_other for select in selects)
    return rows if is_alike and not any(leaf.row.cells.get("relevant") for leaf in rows) else []


def is_meant_as_table(group: Group) -> bool:
    """Whether a group asks to be shown as a table."""
    return _TABLE in _look(group.row)


def _look(row: Row) -> set[str]:
    return set(row.cells.get("appearance", "").lower().split())


def grid_of(
    group: Group, leaves: Sequence[Leaf], work: Import, inherited: Condition | None
) -> DraftQuestion | None:
    """The grid of a group; None where its list is missing, which is reported."""
    select = select_of(leaves[0].type)
    found = take_list(leaves[0].row, select, work) if select else None
    if select is None or found is None:
        for leaf in leaves:
            leaf.row.drop()
        group.row.drop()
        return None
    if leaves[0] is not group.children[0]:
        _drop_header(group.children[0].row, work)
    name = group.row.take("name")
    required = [is_yes(leaf.row, "required", work.log) for leaf in leaves]
    if any(required) and not all(required):
        what = say("only some rows are required; in a grid all rows are alike, and none is required now")
        advice = say("write `unknown: false`, if no row may be left open")
        work.log.findings.append(group.row.finding("required", what, advice, "X107"))
    is_required = all(required) or is_yes(group.row, "required", work.log)
    when = work.when(group.row, inherited)
    entry = offering(common_entry(group.row, "grid", work, when, is_required=is_required), found)
    look_at_appearance(group.row, frozenset({_TABLE, "field-list"}), work)
    rows, labels = _rows(name, leaves, work)
    steps = {"columns": tuple(found.entries)} if select.is_many else {"scale": work.scale_of(found)}
    entry = msgspec.structs.replace(entry, rows=tuple(rows), **steps)
    row_names = tuple(leaf.row.take("name") for leaf in leaves)
    work.remember(Answerable(entry.id or "", name, "grid", rows=row_names))
    texts = {
        code: msgspec.structs.replace(
            text, rows=labels[code], columns=found.labels.get(code, {}) if select.is_many else {}
        )
        for code, text in question_texts(group.row, entry, work, None).items()
    }
    return DraftQuestion(entry, texts)


def _drop_header(row: Row, work: Import) -> None:
    what = say("the row that only shows the choices as a heading is not needed and was left out")
    work.log.findings.append(
        row.finding("type", what, say("nothing to do; a grid shows them by itself"), "X105")
    )
    row.drop()


def _rows(name: str, leaves: Sequence[Leaf], work: Import) -> tuple[list[RowEntry], Labels]:
    rows: list[RowEntry] = []
    labels: Labels = {code: {} for code in work.languages.codes}
    taken = Taken.of(RESERVED)
    prefix = f"{name}_"
    has_prefix = all(leaf.row.take("name").startswith(prefix) for leaf in leaves)
    for leaf in leaves:
        row = leaf.row
        look_at_appearance(row, _ROW_LOOKS, work)
        limits_in(row, "grid", work)
        short = row.take("name").removeprefix(prefix) if has_prefix else row.take("name")
        written = row.take(extra.ID)
        identity = taken.give(written if is_id(written) else slug(short, "row"), "-")
        work.log.rename(f"row of {name}", written or row.take("name"), identity)
        weight = read_cell(row, extra.WEIGHT, extra.read_number, None, work.log)
        entry = RowEntry(
            id=identity,
            competences=read_cell(row, extra.COMPETENCES, read_ceilings, {}, work.log),
            replaces=read_cell(row, extra.REPLACES, extra.read_former_ids, extra.NO_FORMER_IDS, work.log),
        )
        rows.append(entry if weight is None else msgspec.structs.replace(entry, weight=weight))
        for code, label in label_entries(row, work.languages, row.take("name"), "hint", work.log).items():
            labels[code][identity] = label
    return rows, labels
