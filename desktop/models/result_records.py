"""The tables of what leaves a desk and comes in: its keys, agreements, and the results received."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class DeskKeyRecord(Base):
    """The secret from which the keys of this desk come; there is one."""

    __tablename__ = "desk_key"
    __table_args__ = (CheckConstraint("id = 1", name="one"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    secret: Mapped[bytes]
    made_at: Mapped[datetime]


class ConsentRecord(Base):
    """That a company agreed to what leaves its desk: to which text, and whether it still does."""

    __tablename__ = "consent"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True)
    agreed_on: Mapped[date]
    text_version: Mapped[str]
    withdrawn_on: Mapped[date | None] = mapped_column(default=None)


class ReceivedRecord(Base):
    """A result that came in, with its line as it stood, compressed.

    `company` is its UUID, or the code of one that is not named. What became a round goes with it.
    """

    __tablename__ = "received"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    sha256: Mapped[str] = mapped_column(unique=True)
    carrier: Mapped[str]
    scope: Mapped[str]
    company: Mapped[str] = mapped_column(index=True)
    stage: Mapped[str]
    changed_at: Mapped[datetime | None]
    signed_by: Mapped[str | None]
    file_name: Mapped[str]
    received_at: Mapped[datetime]
    line: Mapped[bytes]
    round_id: Mapped[int | None] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True)
