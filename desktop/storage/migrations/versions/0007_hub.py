"""The hub: what rounds scored, events, services, projects, packs; the province of a company."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_LARGE = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add two columns, and create the tables."""
    op.add_column("company", sa.Column("province", sa.String))
    op.add_column("round", sa.Column("counted_at", sa.DateTime))
    _counted()
    _events()
    _advising()
    _packs()


def _counted() -> None:
    op.create_table(
        "frame",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("names", sa.Text, nullable=False),
        sa.UniqueConstraint("kind", "names"),
    )
    op.create_table(
        "standing",
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("questionnaire_id", sa.String, primary_key=True),
        sa.Column("frame_id", sa.Integer, sa.ForeignKey("frame.id"), nullable=False),
        sa.Column("overall", sa.Integer),
        sa.Column("coverage", sa.Integer, nullable=False),
        sa.Column("scores", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "need",
        sa.Column(
            "round_id",
            sa.Integer,
            sa.ForeignKey("round.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("frame_id", sa.Integer, sa.ForeignKey("frame.id"), nullable=False),
        sa.Column("levels", sa.Text, nullable=False),
        sa.Column("targets", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )


def _events() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("held_on", sa.Date, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("ended_at", sa.DateTime),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "visitor",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("event_id", sa.Integer, sa.ForeignKey("event.id", ondelete="CASCADE"), nullable=False),
        sa.Column("came_at", sa.DateTime, nullable=False),
        sa.Column("choice", sa.String, nullable=False),
        sa.Column("draft", sa.Text, nullable=False),
        sa.Column("firm", sa.Text, nullable=False),
        sa.Column("scores", sa.Text, nullable=False),
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="SET NULL")),
    )
    op.create_index("ix_visitor_event_id", "visitor", ["event_id"])
    op.create_index("ix_visitor_round_id", "visitor", ["round_id"])


def _advising() -> None:
    op.create_table(
        "engagement",
        sa.Column(
            "company_id",
            sa.Integer,
            sa.ForeignKey("company.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("office", sa.String, nullable=False),
        sa.Column("officer", sa.String, nullable=False),
        sa.Column("expert", sa.String, nullable=False),
        sa.Column("event_id", sa.Integer, sa.ForeignKey("event.id", ondelete="SET NULL")),
        sa.Column("changed_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_engagement_event_id", "engagement", ["event_id"])
    op.create_index("ix_engagement_office", "engagement", ["office"])
    op.create_table(
        "project",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "project_member",
        sa.Column(
            "project_id", sa.Integer, sa.ForeignKey("project.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column(
            "company_id", sa.Integer, sa.ForeignKey("company.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("state", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_project_member_company_id", "project_member", ["company_id"])
    op.create_table(
        "service",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False),
        sa.Column("company_id", sa.Integer, sa.ForeignKey("company.id", ondelete="SET NULL")),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id", ondelete="SET NULL")),
        sa.Column("category", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("technology", sa.String, nullable=False),
        sa.Column("price_cents", _LARGE, nullable=False),
        sa.Column("aid_cents", _LARGE, nullable=False),
        sa.Column("aid_scheme", sa.String, nullable=False),
        sa.Column("started_on", sa.Date, nullable=False),
        sa.Column("ended_on", sa.Date),
        sa.Column("attendees", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("officer", sa.String, nullable=False),
        sa.Column("provider", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("ix_service_company_id", "service", ["company_id"])
    op.create_index("ix_service_project_id", "service", ["project_id"])
    op.create_index("ix_service_started_on", "service", ["started_on"])
    op.create_table(
        "expert_remark",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False),
        sa.Column("round_id", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), nullable=False),
        sa.Column("about", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("ix_expert_remark_round_id", "expert_remark", ["round_id"])


def _packs() -> None:
    op.create_table(
        "pack",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("serial", sa.Integer, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("installed_at", sa.DateTime, nullable=False),
        sa.Column("archive", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "pack_key",
        sa.Column("pack_id", sa.String, primary_key=True),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("highest_serial", sa.Integer, nullable=False),
        sa.Column("trusted_at", sa.DateTime, nullable=False),
    )
