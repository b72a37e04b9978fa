"""The first schema: companies, rounds, questionnaires taken, answers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_LARGE = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the tables."""
    _create_company()
    op.create_table(
        "question",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String, nullable=False),
        sa.UniqueConstraint("key", name="uq_question_key"),
    )
    _create_round()
    op.create_table(
        "assessment",
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("questionnaire_id", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
    )
    op.create_table(
        "answer",
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("question_id", sa.Integer, sa.ForeignKey("question.id"), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("answered_at", sa.DateTime, nullable=False),
        sqlite_with_rowid=False,
    )


def _create_company() -> None:
    op.create_table(
        "company",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uuid", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("vat", sa.String, nullable=False),
        sa.Column("country", sa.String, nullable=False),
        sa.Column("region", sa.String),
        sa.Column("sector", sa.String),
        sa.Column("ateco", sa.String, nullable=False),
        sa.Column("headcount", sa.Integer, nullable=False),
        sa.Column("turnover_eur", _LARGE),
        sa.Column("balance_sheet_eur", _LARGE),
        sa.Column("owners", sa.Integer, nullable=False),
        sa.Column("employees", sa.Integer, nullable=False),
        sa.Column("it_staff", sa.Integer, nullable=False),
        sa.Column("contact_name", sa.String, nullable=False),
        sa.Column("contact_role", sa.String, nullable=False),
        sa.Column("contact_email", sa.String, nullable=False),
        sa.Column("contact_phone", sa.String, nullable=False),
        sa.Column("hub", sa.String),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("uuid", name="uq_company_uuid"),
    )
    op.create_index("ix_company_vat", "company", ["vat"])
    op.create_index("ix_company_region", "company", ["region"])


def _create_round() -> None:
    op.create_table(
        "round",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("company_id", sa.Integer, sa.ForeignKey("company.id", ondelete="CASCADE"), nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("constraints", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("started_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("company_id", "stage", name="uq_round_company_id"),
    )
    op.create_index("ix_round_changed_at", "round", ["changed_at"])
