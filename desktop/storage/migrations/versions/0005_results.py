"""Results that leave and come in: the desk's key, agreements, and what was received."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "desk_key",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("secret", sa.LargeBinary, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_desk_key_one")),
    )
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), nullable=False),
        sa.Column("agreed_on", sa.Date, nullable=False),
        sa.Column("text_version", sa.String, nullable=False),
        sa.Column("withdrawn_on", sa.Date),
    )
    op.create_index("ix_consent_round_id", "consent", ["round_id"])
    op.create_table(
        "received",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("carrier", sa.String, nullable=False),
        sa.Column("scope", sa.String, nullable=False),
        sa.Column("company", sa.String, nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("changed_at", sa.DateTime),
        sa.Column("signed_by", sa.String),
        sa.Column("file_name", sa.String, nullable=False),
        sa.Column("received_at", sa.DateTime, nullable=False),
        sa.Column("line", sa.LargeBinary, nullable=False),
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE")),
        sa.UniqueConstraint("sha256"),
    )
    op.create_index("ix_received_company", "received", ["company"])
    op.create_index("ix_received_round_id", "received", ["round_id"])
