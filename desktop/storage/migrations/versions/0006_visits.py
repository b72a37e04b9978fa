"""The consultant's desk: visits, their changes, what is due, and companies put away."""

from typing import Literal

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_LARGE = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add columns to companies, rounds and answers, and create the tables."""
    _companies_and_rounds()
    _visits()
    _desk()


def _companies_and_rounds() -> None:
    with op.batch_alter_table("company", recreate=_how()) as table:
        table.add_column(sa.Column("consultant", sa.String, nullable=False, server_default=sa.text("''")))
        table.add_column(sa.Column("archived_at", sa.DateTime))
        table.add_column(sa.Column("keep_until", sa.Date))
    op.add_column("round", sa.Column("visited_at", sa.DateTime))
    op.execute("UPDATE round SET visited_at = changed_at")
    with op.batch_alter_table("round", recreate=_how()) as table:
        table.alter_column("visited_at", existing_type=sa.DateTime, nullable=False)
    op.create_index("ix_round_visited_at", "round", ["visited_at"])
    op.add_column("answer", sa.Column("told_by", sa.String, nullable=False, server_default=sa.text("''")))


def _how() -> Literal["always", "never"]:
    """SQLite cannot change a column in its place."""
    return "always" if op.get_bind().dialect.name == "sqlite" else "never"


def _visits() -> None:
    op.create_table(
        "remark",
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("question_id", sa.Integer, sa.ForeignKey("question.id"), primary_key=True),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("confidence", sa.String, nullable=False),
        sa.Column("is_marked", sa.Boolean, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("file_name", sa.String, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("size", _LARGE, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.Column("removed_at", sa.DateTime),
    )
    op.create_index("ix_evidence_round_id", "evidence", ["round_id"])
    op.create_table(
        "evidence_content",
        sa.Column(
            "evidence_id",
            sa.Integer,
            sa.ForeignKey("evidence.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "step",
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("told_by", sa.String, nullable=False),
        sa.Column("act", sa.String, nullable=False),
        sa.Column("of", sa.Integer),
    )
    op.create_index("ix_change_round_id", "change", ["round_id"])


def _desk() -> None:
    op.create_table(
        "preference",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "reminder",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False),
        sa.Column("company_id", sa.Integer, sa.ForeignKey("company.id", ondelete="CASCADE"), nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("done_at", sa.DateTime),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("ix_reminder_company_id", "reminder", ["company_id"])
    op.create_index("ix_reminder_due_on", "reminder", ["due_on"])
    op.create_table(
        "erased",
        sa.Column("uuid", sa.String, primary_key=True),
        sa.Column("erased_on", sa.Date, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
    )
