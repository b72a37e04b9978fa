"""The lists of the sheet `choices`, each with the ids, points and texts of its choices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop.content.questionnaires.points_checks import RESERVED
from desktop.content.questionnaires.questionnaire_file import ChoiceEntry, CompetenceCeilings, LabelEntry
from desktop.exchange.xlsform import extra_columns as extra
from desktop.exchange.xlsform.cells import is_yes, label_entries, read_cell
from desktop.exchange.xlsform.findings import Log
from desktop.exchange.xlsform.languages import Languages
from desktop.exchange.xlsform.naming import Taken, is_id, slug
from desktop.exchange.xlsform.sheets import Row, Sheet
from desktop.text import say

Labels: TypeAlias = dict[str, dict[str, str | LabelEntry]]
"""Labels by language and id."""

_OTHER = {"it": "Altro", "de": "Anderes", "fr": "Autre", "es": "Otro"}


@dataclass(slots=True)
class ChoiceList:
    """One list. `names` maps names in the form to ids; `offered` are answers Sestante offers itself."""

    name: str
    scale: str = ""
    entries: list[ChoiceEntry] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    labels: Labels = field(default_factory=dict)
    offered: set[str] = field(default_factory=set)
    rows: list[Row] = field(default_factory=list)
    is_used: bool = False
    taken: Taken = field(default_factory=lambda: Taken.of(RESERVED))

    def with_other(self, languages: Languages) -> "ChoiceList":
        """The list with a choice `other` at its end."""
        if "other" in self.names:
            return self
        taken = Taken(set(self.taken.names))
        entries = [*self.entries, ChoiceEntry(id=taken.give("other", "-"))]
        labels = {
            code: {**self.labels.get(code, {}), entries[-1].id: _OTHER.get(code, "Other")}
            for code in languages.codes
        }
        names = {**self.names, "other": entries[-1].id}
        return ChoiceList(self.name, self.scale, entries, names, labels, self.offered, self.rows)


def lists_of(choices: Sheet, languages: Languages, log: Log) -> Mapping[str, ChoiceList]:
    """All lists by name."""
    lists: dict[str, ChoiceList] = {}
    for row in choices.rows:
        list_name = row.take("list_name")
        if not list_name:
            what = say("a choice without the name of its list was left out")
            log.findings.append(row.finding("list_name", what, say("write the name of the list"), "X109"))
            row.drop()
            continue
        found = lists.setdefault(list_name, ChoiceList(list_name))
        found.rows.append(row)
        _add(found, row, languages, log)
    return lists


def _add(found: ChoiceList, row: Row, languages: Languages, log: Log) -> None:
    name = row.take("name")
    found.scale = row.take(extra.SCALE) or found.scale
    if name in RESERVED:
        what = say("the choice `{name}` became the answer that Sestante offers by itself", name=name)
        log.findings.append(
            row.finding("name", what, say("nothing to do; its label is Sestante's own"), "X109")
        )
        found.offered.add(name)
        row.drop()
        return
    written = row.take(extra.ID)
    identity = found.taken.give(written if is_id(written) else slug(name, "choice"), "-")
    log.rename(f"choice of list {found.name}", written or name, identity)
    if not name or name in found.names:
        what = (
            say("the name `{name}` appears twice in the list", name=name)
            if name
            else say("the name is missing")
        )
        advice = say("it became `{identity}`; give each choice a name of its own", identity=identity)
        log.findings.append(row.finding("name", what, advice, "X109"))
    found.names.setdefault(name, identity)
    found.entries.append(
        ChoiceEntry(
            id=identity,
            points=read_cell(row, extra.POINTS, extra.read_number, None, log),
            exclusive=is_yes(row, extra.EXCLUSIVE, log),
            competences=read_cell(row, extra.COMPETENCES, read_ceilings, {}, log),
            replaces=read_cell(row, extra.REPLACES, extra.read_former_ids, extra.NO_FORMER_IDS, log),
        )
    )
    for code, label in label_entries(row, languages, name, extra.HELP, log).items():
        found.labels.setdefault(code, {})[identity] = label


def read_ceilings(text: str) -> dict[str, int]:
    """Competences with their ceilings; ValueError or ValidationError where they are none."""
    pairs = {name: int(value) for name, value in extra.read_pairs(text)}
    return extra.checked(pairs, CompetenceCeilings)


def find_unused(lists: Mapping[str, ChoiceList], log: Log) -> None:
    """Report the lists no question takes, unless they are scales kept for later."""
    for found in lists.values():
        if not found.is_used and not found.scale:
            for row in found.rows:
                row.drop()
            what = say("no question takes the list `{name}`; it was left out", name=found.name)
            advice = say("nothing to do, unless a question that takes it is named here as lost")
            log.findings.extend(row.finding("list_name", what, advice, "X109") for row in found.rows)
