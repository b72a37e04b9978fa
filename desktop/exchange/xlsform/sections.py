"""The tree of a survey turned into sections of questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from desktop.content.questionnaires.questionnaire_file import (
    Condition,
    QuestionEntry,
    SectionEntry,
    SectionText,
    Slug,
)
from desktop.exchange.xlsform import extra_columns as extra
from desktop.exchange.xlsform.asking import question_of
from desktop.exchange.xlsform.cells import labels_of, read_cell, texts_of
from desktop.exchange.xlsform.drafts import DraftQuestion, Import
from desktop.exchange.xlsform.findings import quote
from desktop.exchange.xlsform.grids import grid_leaves, grid_of, is_meant_as_table
from desktop.exchange.xlsform.sharing import shared
from desktop.exchange.xlsform.sheets import Row
from desktop.exchange.xlsform.survey_tree import Group, Leaf, Node
from desktop.text import say


@dataclass(slots=True)
class DraftSection:
    """A section on its way into the questionnaire; `notes` wait for the question they stand before."""

    id: str
    titles: dict[str, str]
    dimension: str | None = None
    abouts: dict[str, str] = field(default_factory=dict)
    questions: list[DraftQuestion] = field(default_factory=list)
    follow_ups: list[DraftQuestion] = field(default_factory=list)
    notes: list[tuple[Row, dict[str, str]]] = field(default_factory=list)

    @property
    def finished(self) -> SectionEntry:
        """The entry of the structure file."""
        questions = tuple(question.finished for question in self.questions)
        return SectionEntry(id=self.id, dimension=self.dimension, questions=questions)

    def text(self, code: str) -> SectionText:
        """Its texts in a language."""
        return SectionText(title=self.titles[code], about=self.abouts.get(code, ""))


def sections_of(nodes: Sequence[Node], work: Import, title: str, dimension: str | None) -> list[DraftSection]:
    """All sections with something in them; what stands outside of groups gets a section of its own.

    `title` is the form's, `dimension` the one of sections that name none.
    """
    sections: list[DraftSection] = []
    loose: list[Node] = []
    for node in nodes:
        if isinstance(node, Group) and node.type == "group" and not grid_leaves(node):
            sections.extend(_loose_section(loose, work, title, dimension))
            loose = []
            sections.extend(_group_section(node, work, dimension))
        else:
            loose.append(node)
    sections.extend(_loose_section(loose, work, title, dimension))
    return sections


def _loose_section(
    nodes: Sequence[Node], work: Import, title: str, dimension: str | None
) -> Iterator[DraftSection]:
    if not nodes:
        return
    section = DraftSection(
        work.section_ids.give("questions", "-"), dict.fromkeys(work.languages.codes, title), dimension
    )
    _fill(section, nodes, work, None)
    if section.questions:
        yield section


def _group_section(group: Group, work: Import, dimension: str | None) -> Iterator[DraftSection]:
    row = group.row
    is_ours = extra.ID in row.cells
    name = row.take("name")
    section = DraftSection(
        work.identity(row, work.section_ids, "section"),
        labels_of(row, work.languages, name, work.log),
        read_cell(row, extra.DIMENSION, _slug, None if is_ours else dimension, work.log),
    )
    inherited = work.when(row, None)
    _fill(section, group.children, work, inherited)
    if section.questions or is_ours:
        yield section
        return
    title = quote(section.titles[work.languages.source])
    what = say("the group {title} holds no question that fits; it was left out", title=title)
    work.log.findings.append(
        row.finding("name", what, say("nothing to do, unless its questions matter"), "X108")
    )
    row.drop()


def _slug(text: str) -> str:
    return extra.checked(text, Slug)


def _fill(section: DraftSection, nodes: Sequence[Node], work: Import, inherited: Condition | None) -> None:
    _add_all(section, nodes, work, inherited)
    for row, texts in section.notes:
        _lose_note(row, next(iter(texts.values()), ""), work)
    section.notes.clear()


def _add_all(section: DraftSection, nodes: Sequence[Node], work: Import, inherited: Condition | None) -> None:
    for node in nodes:
        if isinstance(node, Leaf) and node.type.lower() == "note":
            _take_note(section, node.row, work)
        elif isinstance(node, Leaf):
            _add(section, question_of(node, work, inherited), node.row, work)
        elif rows := grid_leaves(node):
            _add(section, grid_of(node, rows, work, inherited), node.row, work)
        else:
            _open_group(section, node, work, inherited)


def _open_group(section: DraftSection, group: Group, work: Import, inherited: Condition | None) -> None:
    """A group inside a section, or a repeat: its questions are kept, the group is not."""
    row, log = group.row, work.log
    label = next(iter(texts_of(row, "label", work.languages, log).values()), row.take("name"))
    row.take("name")
    if group.type == "repeat":
        what = say("the repetition of {label} is lost; its questions are asked once", label=quote(label))
        log.findings.append(row.finding("type", what, say("ask for a number or a text instead"), "X106"))
    elif is_meant_as_table(group):
        what = say(
            "the table {label} has rows of several kinds; they became single questions", label=quote(label)
        )
        advice = say(
            "give all rows the same list of choices and no condition of their own, if a grid is meant"
        )
        log.findings.append(row.finding("appearance", what, advice, "X108"))
        row.take("appearance")
    else:
        what = say(
            "the heading {label} of a group inside a group is lost; its questions are kept",
            label=quote(label),
        )
        log.findings.append(
            row.finding("label", what, say("make it a section of its own, if it matters"), "X108")
        )
    _add_all(section, group.children, work, work.when(row, inherited))


def _take_note(section: DraftSection, row: Row, work: Import) -> None:
    texts = texts_of(row, "label", work.languages, work.log)
    row.take("name")
    if row.take("relevant"):
        _lose_note(row, next(iter(texts.values()), ""), work)
    elif section.questions or section.abouts:
        section.notes.append((row, texts))
    else:
        section.abouts = texts


def _lose_note(row: Row, text: str, work: Import) -> None:
    what = say("the note {text} has no place and was left out", text=quote(text))
    advice = say("put it into the hint of a question or the `about` of a section, if it matters")
    work.log.findings.append(row.finding("type", what, advice, "X114"))
    row.drop()


def _add(section: DraftSection, draft: DraftQuestion | None, row: Row, work: Import) -> None:
    if draft is None:
        return
    _give_notes(section, draft, work)
    question = shared(draft, row, work)
    opener = row.take(extra.FOLLOW_UP_OF)
    last = section.questions[-1] if section.questions else None
    if opener and last is not None and last.entry.id == opener:
        last.follow_ups.append(question.entry)
        section.follow_ups.append(question)
        return
    if opener:
        what = say(
            "{opener} is not the question right before it; it is no longer a follow-up", opener=quote(opener)
        )
        advice = say("put it below that question, and import again")
        work.log.findings.append(row.finding(extra.FOLLOW_UP_OF, what, advice, "X123"))
    section.questions.append(question)


def _give_notes(section: DraftSection, draft: DraftQuestion, work: Import) -> None:
    """Notes that stood before a question become the beginning of its hint."""
    for row, texts in section.notes:
        draft.texts = {
            code: msgspec.structs.replace(
                entry, hint="\n".join(filter(None, (texts.get(code, ""), entry.hint)))
            )
            for code, entry in draft.texts.items()
        }
        what = say("the note became the hint of the question `{id}`", id=draft.entry.id)
        work.log.findings.append(row.finding("label", what, say("see that it reads well there"), "X114"))
    section.notes.clear()


def entries_of(sections: Sequence[DraftSection]) -> Iterator[QuestionEntry]:
    """Every entry of every section, follow-ups included."""
    for section in sections:
        for question in (*section.questions, *section.follow_ups):
            yield question.entry
