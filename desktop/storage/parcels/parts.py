"""What belongs to a company, table by table: by what a row is known on every computer, and what it says."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import Column, Table

from desktop.models import (
    AnswerRecord,
    AssessmentRecord,
    Base,
    ChangeRecord,
    CompanyRecord,
    ConsentRecord,
    EngagementRecord,
    EventRecord,
    EvidenceRecord,
    ExpertRemarkRecord,
    KeptPlanRecord,
    MoveRecord,
    ProjectMemberRecord,
    ProjectRecord,
    QuestionRecord,
    ReceivedRecord,
    RemarkRecord,
    ReminderRecord,
    RespondentAnswerRecord,
    RespondentRecord,
    RoundRecord,
    ServiceFileRecord,
    ServiceRecord,
    StepRecord,
)

Parent = Literal["", "company", "round", "respondent", "service"]
LIMITS: Final = "limits"
"""Not a table: the limits of a round's plan, each on its own."""
ELSEWHERE: Final = {
    "question_id": (QuestionRecord, "key"),
    "event_id": (EventRecord, "uid"),
    "project_id": (ProjectRecord, "uid"),
}
"""Columns that name a row of a table all companies share, and what that row is known by everywhere."""
_NEVER = frozenset(("id", "uuid", "made_by", "counted_at"))
Record: TypeAlias = type[Base]


def table_of(record: Any) -> Table:
    """The table of a record."""
    table: Table = record.__table__
    return table


@dataclass(frozen=True)
class Part:
    """A table.

    `key` are the columns that tell one row of a parent from another on every computer, `passing` those that
    come along and decide nothing. `called` is a name that ends the key, and may change all the same; rows
    of such a table have a place in their order. `is_by_field` where every column is compared for itself. What
    is quiet is never asked about: where both sides changed it, the server's stays. What is lasting is never
    deleted.
    """

    record: Record
    parent: Parent
    key: tuple[str, ...] = ()
    called: str = ""
    passing: tuple[str, ...] = ()
    only_whether: tuple[str, ...] = ()
    is_by_field: bool = False
    is_quiet: bool = False
    is_lasting: bool = False

    @cached_property
    def table(self) -> Table:
        """The table itself."""
        return table_of(self.record)

    @cached_property
    def name(self) -> str:
        """The name of the table."""
        return self.table.name

    @property
    def parent_column(self) -> str:
        """The column that names the parent."""
        return f"{self.parent}_id"

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """What is taken along of a row."""
        left = {*_NEVER, self.parent_column, *(("constraints",) if self.name == "round" else ())}
        return tuple(column.name for column in self.table.columns if column.name not in left)

    @cached_property
    def written(self) -> tuple[tuple[str, Column[Any]], ...]:
        """These columns with their names."""
        return tuple((name, self.table.c[name]) for name in self.columns)

    @cached_property
    def said(self) -> tuple[str, ...]:
        """What two rows of the same key are compared by."""
        return tuple(name for name in self.columns if name not in self.key and name not in self.passing)


PARTS: Final = (
    Part(CompanyRecord, "", passing=("created_at",), is_by_field=True),
    Part(EngagementRecord, "company", passing=("changed_at",), is_by_field=True),
    Part(RoundRecord, "company", ("stage",), passing=("place", "started_at", "changed_at", "visited_at")),
    Part(AssessmentRecord, "round", ("questionnaire_id",), passing=("position",)),
    Part(MoveRecord, "round", (), passing=("moved_at",)),
    Part(AnswerRecord, "round", ("question_id",), passing=("answered_at",)),
    Part(RemarkRecord, "round", ("question_id",), passing=("changed_at",)),
    Part(StepRecord, "round", ("key",), passing=("changed_at",)),
    Part(RespondentRecord, "round", ("created_at",), "label"),
    Part(RespondentAnswerRecord, "respondent", ("question_id",), passing=("answered_at",)),
    Part(KeptPlanRecord, "round", ("kept_at", "name")),
    Part(ConsentRecord, "round", ("agreed_on", "text_version")),
    Part(
        EvidenceRecord,
        "round",
        ("added_at", "subject", "sha256"),
        passing=("file_name", "media_type", "size"),
        only_whether=("removed_at",),
    ),
    Part(
        ReceivedRecord,
        "round",
        ("sha256",),
        passing=(
            *("carrier", "scope", "company", "stage", "changed_at"),
            *("signed_by", "file_name", "received_at", "line"),
        ),
        is_lasting=True,
    ),
    Part(ExpertRemarkRecord, "round", ("uid",), passing=("by", "made_at", "changed_at")),
    Part(ReminderRecord, "company", ("uid",), passing=("made_at",), only_whether=("done_at",)),
    Part(ServiceRecord, "company", ("uid",), passing=("made_at", "changed_at")),
    Part(ServiceFileRecord, "service", ("added_at", "file_name", "sha256"), passing=("media_type", "size")),
    Part(ProjectMemberRecord, "company", ("project_id",)),
    Part(
        ChangeRecord,
        "round",
        ("at", "what", "key", "act", "by"),
        passing=("of",),
        is_quiet=True,
        is_lasting=True,
    ),
)
"""In the order in which they are written: what others name comes before them."""
PART_OF: Final = {part.name: part for part in PARTS}
