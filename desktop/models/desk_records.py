"""The tables of a desk: its preferences, what is due, and which companies were erased."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class PreferenceRecord(Base):
    """A preference of the workspace as JSON; who works here is among them, so they are kept with the data."""

    __tablename__ = "preference"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class ReminderRecord(Base):
    """What is due for a company on a day; `uid` names it in calendars."""

    __tablename__ = "reminder"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"), index=True)
    due_on: Mapped[date] = mapped_column(index=True)
    kind: Mapped[str]
    text: Mapped[str]
    made_at: Mapped[datetime]
    done_at: Mapped[datetime | None] = mapped_column(default=None)


class ErasedRecord(Base):
    """That a company was erased, so that an older copy does not bring it back; the UUID names nobody."""

    __tablename__ = "erased"

    uuid: Mapped[str] = mapped_column(primary_key=True)
    erased_on: Mapped[date]
    reason: Mapped[str]
