"""The tables of a workspace: companies, their rounds of assessment, and the answers."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import LARGE, Base


class CompanyRecord(Base):
    """A company's profile, amounts in euro; who looks after it, whether it is put away, kept how long.

    `made_by` is the login on a server, empty in a file.
    """

    __tablename__ = "company"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    vat: Mapped[str] = mapped_column(index=True)
    country: Mapped[str]
    region: Mapped[str | None] = mapped_column(index=True)
    sector: Mapped[str | None]
    ateco: Mapped[str]
    headcount: Mapped[int]
    turnover_eur: Mapped[int | None] = mapped_column(LARGE)
    balance_sheet_eur: Mapped[int | None] = mapped_column(LARGE)
    owners: Mapped[int]
    employees: Mapped[int]
    it_staff: Mapped[int]
    contact_name: Mapped[str]
    contact_role: Mapped[str]
    contact_email: Mapped[str]
    contact_phone: Mapped[str]
    hub: Mapped[str | None]
    created_at: Mapped[datetime]
    consultant: Mapped[str] = mapped_column(default="", server_default=text("''"))
    archived_at: Mapped[datetime | None] = mapped_column(default=None)
    keep_until: Mapped[date | None] = mapped_column(default=None)
    province: Mapped[str | None] = mapped_column(default=None)
    made_by: Mapped[str] = mapped_column(default="", server_default=text("''"))
    rounds: Mapped[list["RoundRecord"]] = relationship(
        back_populates="company", cascade="all, delete-orphan", lazy="raise", default_factory=list
    )


class RoundRecord(Base):
    """One round of assessment of a company (T0, T1, ...): several questionnaires, one set of answers.

    `visited_at` moves with every look at it, `changed_at` only with what a result tells; `counted_at` is the
    `changed_at` of which its standings tell.
    """

    __tablename__ = "round"
    __table_args__ = (UniqueConstraint("company_id", "stage"),)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"), init=False)
    stage: Mapped[str]
    constraints: Mapped[str] = mapped_column(Text)
    place: Mapped[str] = mapped_column(Text)
    started_at: Mapped[datetime]
    changed_at: Mapped[datetime] = mapped_column(index=True)
    visited_at: Mapped[datetime] = mapped_column(index=True)
    counted_at: Mapped[datetime | None] = mapped_column(default=None)
    company: Mapped[CompanyRecord] = relationship(back_populates="rounds", lazy="raise", init=False)
    assessments: Mapped[list["AssessmentRecord"]] = relationship(
        cascade="all, delete-orphan", lazy="raise", default_factory=list, order_by="AssessmentRecord.position"
    )


class AssessmentRecord(Base):
    """A questionnaire taken in a round, pinned to its version and content hash."""

    __tablename__ = "assessment"

    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True, init=False
    )
    questionnaire_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    version: Mapped[str]
    hash: Mapped[str]


class MoveRecord(Base):
    """What a round's questionnaires and answers were before they were moved, until that is confirmed."""

    __tablename__ = "move"

    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), primary_key=True)
    questionnaires: Mapped[str] = mapped_column(Text)
    answers: Mapped[str] = mapped_column(Text)
    moved_at: Mapped[datetime]


class KeptPlanRecord(Base):
    """The limits of a plan that is kept for comparing, under its name."""

    __tablename__ = "kept_plan"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    constraints: Mapped[str] = mapped_column(Text)
    kept_at: Mapped[datetime]


class QuestionRecord(Base):
    """A question's key given a small number, so that millions of answers stay small."""

    __tablename__ = "question"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)


class AnswerRecord(Base):
    """An answer in its plain form, as JSON; `told_by` is who of the company gave it, if known."""

    __tablename__ = "answer"
    __table_args__ = {"sqlite_with_rowid": False}

    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
    answered_at: Mapped[datetime]
    told_by: Mapped[str] = mapped_column(default="", server_default=text("''"))


class RespondentRecord(Base):
    """Somebody of the company who answers in a round; the label is a nickname."""

    __tablename__ = "respondent"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True)
    label: Mapped[str]
    role: Mapped[str]
    created_at: Mapped[datetime]


class RespondentAnswerRecord(Base):
    """A respondent's answer in its plain form, as JSON; apart from the answers of the company."""

    __tablename__ = "respondent_answer"
    __table_args__ = {"sqlite_with_rowid": False}

    respondent_id: Mapped[int] = mapped_column(
        ForeignKey("respondent.id", ondelete="CASCADE"), primary_key=True
    )
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
    answered_at: Mapped[datetime]
