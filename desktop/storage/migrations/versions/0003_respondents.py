"""The people who answer for themselves, and their answers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "respondent",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_respondent_round_id", "respondent", ["round_id"])
    op.create_table(
        "respondent_answer",
        sa.Column(
            "respondent_id", sa.Integer, sa.ForeignKey("respondent.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("question_id", sa.Integer, sa.ForeignKey("question.id"), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("answered_at", sa.DateTime, nullable=False),
        sqlite_with_rowid=False,
    )
