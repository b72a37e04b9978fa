"""The tables of several desks: who works on a server, what is on laptops, what waits to be sent."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class PersonRecord(Base):
    """Somebody who works on the server, by the name of their login.

    `role` is coordinator, expert, office or viewer; `office` and `expert` are ids of the hub's own file,
    whose companies they see.
    """

    __tablename__ = "person"

    login: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    office: Mapped[str]
    expert: Mapped[str]
    made_at: Mapped[datetime]


class FiguresRecord(Base):
    """Figures of the territory as they may leave the hub: a JSON document without small groups."""

    __tablename__ = "figures"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    made_at: Mapped[datetime]
    document: Mapped[str] = mapped_column(Text)


class LoanRecord(Base):
    """A company that somebody took along on a laptop; `uid` names the going, on both sides."""

    __tablename__ = "loan"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    uid: Mapped[str]
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"), index=True)
    login: Mapped[str]
    taken_at: Mapped[datetime]
    returned_at: Mapped[datetime | None] = mapped_column(default=None)


class TakenRecord(Base):
    """On the laptop: a company as it was when it was taken along, as JSON; `uid` is the loan's."""

    __tablename__ = "taken"

    company_uuid: Mapped[str] = mapped_column(primary_key=True)
    uid: Mapped[str]
    server: Mapped[str]
    taken_at: Mapped[datetime]
    base: Mapped[str] = mapped_column(Text)
    returned_at: Mapped[datetime | None] = mapped_column(default=None)


class WaitingRecord(Base):
    """On this computer: a change that waits for the server, in order of making; `uid` is sent with it."""

    __tablename__ = "waiting"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    server: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    document: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]


class ArrivedRecord(Base):
    """On the server: the `uid` of a change that was sent late, or of a return, so that it counts once."""

    __tablename__ = "arrived"

    uid: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
