"""Several desks: people, figures for who sees no company, companies on laptops, what waits to be sent."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say who made a company, and create the tables."""
    op.add_column("company", sa.Column("made_by", sa.String, nullable=False, server_default=sa.text("''")))
    op.create_table(
        "person",
        sa.Column("login", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("office", sa.String, nullable=False),
        sa.Column("expert", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "figures",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )
    _laptops()
    _late()


def _laptops() -> None:
    op.create_table(
        "loan",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False),
        sa.Column("company_id", sa.Integer, sa.ForeignKey("company.id", ondelete="CASCADE"), nullable=False),
        sa.Column("login", sa.String, nullable=False),
        sa.Column("taken_at", sa.DateTime, nullable=False),
        sa.Column("returned_at", sa.DateTime),
    )
    op.create_index("ix_loan_company_id", "loan", ["company_id"])
    op.create_table(
        "taken",
        sa.Column("company_uuid", sa.String, primary_key=True),
        sa.Column("uid", sa.String, nullable=False),
        sa.Column("server", sa.String, nullable=False),
        sa.Column("taken_at", sa.DateTime, nullable=False),
        sa.Column("base", sa.Text, nullable=False),
        sa.Column("returned_at", sa.DateTime),
    )


def _late() -> None:
    op.create_table(
        "waiting",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False),
        sa.Column("server", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("ix_waiting_server", "waiting", ["server"])
    op.create_table(
        "arrived",
        sa.Column("uid", sa.String, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
    )
