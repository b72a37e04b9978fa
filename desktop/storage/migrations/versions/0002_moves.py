"""What a round was before its questionnaires were moved to later versions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "move",
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("questionnaires", sa.Text, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("moved_at", sa.DateTime, nullable=False),
    )
