"""The tables of a hub: what its companies scored, who advises them, events, services, projects and packs."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import LARGE, Base


class FrameRecord(Base):
    """The names, as a JSON list, that the places of a line of scores or levels stand for.

    `kind` is dimensions or competences.
    """

    __tablename__ = "frame"
    __table_args__ = (UniqueConstraint("kind", "names"),)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    kind: Mapped[str]
    names: Mapped[str] = mapped_column(Text)


class StandingRecord(Base):
    """What a round scored in a questionnaire, counted once so that 80,000 companies can be added up.

    `overall` is in hundredths of a point (0-10000), `coverage` in percent; `scores` has five characters for
    each dimension of the frame: hundredths of a point with leading zeros, or `-----` without a score.
    """

    __tablename__ = "standing"
    __table_args__ = {"sqlite_with_rowid": False}

    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), primary_key=True)
    questionnaire_id: Mapped[str] = mapped_column(primary_key=True)
    frame_id: Mapped[int] = mapped_column(ForeignKey("frame.id"))
    overall: Mapped[int | None]
    coverage: Mapped[int]
    scores: Mapped[str] = mapped_column(Text)


class NeedRecord(Base):
    """What a round lacks: one character for each competence of the frame, 0-4, or `-` where nothing is known.

    `targets` are the levels the company should have, `levels` those it has.
    """

    __tablename__ = "need"
    __table_args__ = {"sqlite_with_rowid": False}

    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    frame_id: Mapped[int] = mapped_column(ForeignKey("frame.id"))
    levels: Mapped[str] = mapped_column(Text)
    targets: Mapped[str] = mapped_column(Text)


class EventRecord(Base):
    """An event at which visitors take the quick questionnaire."""

    __tablename__ = "event"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    place: Mapped[str]
    held_on: Mapped[date]
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None] = mapped_column(default=None)


class VisitorRecord(Base):
    """Somebody at an event. Who leaves no name is a line of firm facts and scores, told by nobody.

    `draft` holds profile and answers as JSON while the questionnaire is being taken, and nothing afterwards,
    nor ever on a server, where the stand's own computer keeps them;
    `choice` is open, anonymous, listed or gone; `firm` and `scores` are JSON. A listed visitor has a round.
    """

    __tablename__ = "visitor"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    came_at: Mapped[datetime]
    choice: Mapped[str]
    draft: Mapped[str] = mapped_column(Text)
    firm: Mapped[str] = mapped_column(Text)
    scores: Mapped[str] = mapped_column(Text)
    round_id: Mapped[int | None] = mapped_column(ForeignKey("round.id", ondelete="SET NULL"), index=True)


class EngagementRecord(Base):
    """A company at the hub: which office, officer and expert look after it, and where it came from.

    Office, officer and expert are ids of the hub's own file, or names where that does not know them.
    """

    __tablename__ = "engagement"

    company_id: Mapped[int] = mapped_column(
        ForeignKey("company.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    office: Mapped[str] = mapped_column(index=True)
    officer: Mapped[str]
    expert: Mapped[str]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"), index=True)
    changed_at: Mapped[datetime]


class ProjectRecord(Base):
    """Several companies with the same need: `kind` is voucher or course, `about` what they share, as JSON."""

    __tablename__ = "project"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    kind: Mapped[str]
    about: Mapped[str] = mapped_column(Text)
    state: Mapped[str]
    note: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class ProjectMemberRecord(Base):
    """A company in a project: proposed, asked, in or out."""

    __tablename__ = "project_member"
    __table_args__ = {"sqlite_with_rowid": False}

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), primary_key=True)
    company_id: Mapped[int] = mapped_column(
        ForeignKey("company.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    state: Mapped[str]


class ServiceRecord(Base):
    """A line of the service register; amounts in cents of a euro.

    `category` is the hub network's (test-before-invest, training, funding-support, networking), `kind` how it
    counts for the hub's shares (training or consulting, else empty); `aid` is the part that public money
    pays. It stays for the accounts, without what it says of the company, where the company is deleted.
    """

    __tablename__ = "service"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    company_id: Mapped[int | None] = mapped_column(ForeignKey("company.id", ondelete="SET NULL"), index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"), index=True)
    category: Mapped[str]
    kind: Mapped[str]
    title: Mapped[str]
    note: Mapped[str] = mapped_column(Text)
    technology: Mapped[str]
    price_cents: Mapped[int] = mapped_column(LARGE)
    aid_cents: Mapped[int] = mapped_column(LARGE)
    aid_scheme: Mapped[str]
    started_on: Mapped[date] = mapped_column(index=True)
    ended_on: Mapped[date | None]
    attendees: Mapped[int]
    state: Mapped[str]
    officer: Mapped[str]
    provider: Mapped[str]
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class ServiceFileRecord(Base):
    """A file or photo that shows a service, such as a signed list of those who took part."""

    __tablename__ = "service_file"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"), index=True)
    file_name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int] = mapped_column(LARGE)
    sha256: Mapped[str]
    added_at: Mapped[datetime]


class ServiceFileContentRecord(Base):
    """The bytes of a file of a service, apart from what lists show."""

    __tablename__ = "service_file_content"

    service_file_id: Mapped[int] = mapped_column(
        ForeignKey("service_file.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    content: Mapped[bytes]


class ExpertRemarkRecord(Base):
    """What an expert tells a company for its next plan; `about` is a competence, an area, or empty."""

    __tablename__ = "expert_remark"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True)
    about: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    by: Mapped[str]
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class PackRecord(Base):
    """A hub pack that is installed, as it came in; `serial` only grows."""

    __tablename__ = "pack"

    id: Mapped[str] = mapped_column(primary_key=True)
    serial: Mapped[int]
    version: Mapped[str]
    name: Mapped[str]
    sha256: Mapped[str]
    installed_at: Mapped[datetime]
    archive: Mapped[bytes]


class PackKeyRecord(Base):
    """The key a hub signs with, trusted since its first pack; it outlives the pack."""

    __tablename__ = "pack_key"

    pack_id: Mapped[str] = mapped_column(primary_key=True)
    public_key: Mapped[bytes]
    highest_serial: Mapped[int]
    trusted_at: Mapped[datetime]
