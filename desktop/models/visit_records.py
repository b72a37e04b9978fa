"""The tables of a visit: what is noted beside answers, papers and photos, what was done, and every change."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import LARGE, Base


class RemarkRecord(Base):
    """What stands beside an answer: a note, how sure it is (empty if nobody said), whether to return."""

    __tablename__ = "remark"
    __table_args__ = {"sqlite_with_rowid": False}

    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    note: Mapped[str] = mapped_column(Text)
    confidence: Mapped[str]
    is_marked: Mapped[bool]
    changed_at: Mapped[datetime]


class EvidenceRecord(Base):
    """A file or photo that shows something; `subject` is `question:KEY` or `step:KEY`.

    What was taken away stays until the round goes, so that this can be undone.
    """

    __tablename__ = "evidence"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True)
    subject: Mapped[str]
    file_name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int] = mapped_column(LARGE)
    sha256: Mapped[str]
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None] = mapped_column(default=None)


class EvidenceContentRecord(Base):
    """The bytes of a file or photo, apart from what lists show."""

    __tablename__ = "evidence_content"

    evidence_id: Mapped[int] = mapped_column(
        ForeignKey("evidence.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    content: Mapped[bytes]


class StepRecord(Base):
    """What became of a step of the plan: a course of a role, a quick win, or a service."""

    __tablename__ = "step"
    __table_args__ = {"sqlite_with_rowid": False}

    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    note: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[datetime]


class ChangeRecord(Base):
    """A change of a round: what was there before and after, as JSON, and by whose hand.

    `act` is do, undo or redo; the last two name the change they turn round in `of`.
    """

    __tablename__ = "change"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    what: Mapped[str]
    key: Mapped[str]
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
    by: Mapped[str]
    told_by: Mapped[str]
    act: Mapped[str]
    of: Mapped[int | None]
