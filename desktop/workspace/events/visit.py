"""A visit at an event's stand: what a visitor has told so far, and what of it is kept between two answers."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any
from uuid import uuid4

import msgspec
from msgspec import Meta

from desktop.content.catalogues.catalogue_file import SectionLetter
from desktop.content.company import Company, CompanyName, Contact, Count, Line, People, Province
from desktop.content.files.decoding import from_json, to_json
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.questionnaires.questionnaire_file import Shape


class Draft(Shape, frozen=True, kw_only=True):
    """What is kept while somebody answers: no name and no contact is ever in it.

    `uid` becomes the company's, should the visitor leave a name. `is_elsewhere` where the province is none of
    the hub's. Answers are in plain form by the keys of their questions.
    """

    uid: Annotated[str, Meta(pattern=r"^[0-9a-f-]{36}$(?!\n)")]
    language: Annotated[str, Meta(pattern=r"^[a-z]{2}$(?!\n)")]
    sector: SectionLetter | None = None
    headcount: Count | None = None
    province: Province | None = None
    is_elsewhere: bool = False
    answers: dict[str, Any] = {}

    @property
    def given(self) -> dict[QuestionKey, Any]:
        """The answers by key."""
        return {QuestionKey(key): plain for key, plain in self.answers.items()}


class VisitorContact(Shape, frozen=True, kw_only=True):
    """What somebody writes who wants to hear from the hub."""

    company: CompanyName
    name: Line = ""
    email: Line = ""
    phone: Line = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit under way; `contact` only once the visitor is on the hub's list."""

    id: int
    came_at: datetime
    draft: Draft
    contact: VisitorContact | None = None

    def told(self, **values: Any) -> "Visit":
        """The visit with more of the firm told."""
        return replace(self, draft=msgspec.structs.replace(self.draft, **values))

    def answered(self, key: QuestionKey, plain: Any) -> "Visit":
        """The visit with one answer more, or (None) less."""
        others = {name: value for name, value in self.draft.answers.items() if name != key}
        return self.told(answers=others if plain is None else {**others, key: plain})

    def company(self, unnamed: str, region: str | None, hub: str | None) -> Company:
        """The firm as far as it was told; `unnamed` is what it is called until it has a name."""
        draft, contact = self.draft, self.contact
        headcount = draft.headcount or 1
        return Company(
            name=unnamed if contact is None else contact.company,
            region=region,
            province=draft.province,
            sector=draft.sector,
            headcount=headcount,
            people=People(owner=1, employee=max(0, headcount - 1)),
            contact=Contact()
            if contact is None
            else Contact(name=contact.name, email=contact.email, phone=contact.phone),
            hub=hub,
        )


def new_draft(language: str) -> Draft:
    """Nothing told yet."""
    return Draft(uid=str(uuid4()), language=language)


def draft_text(draft: Draft) -> str:
    """The draft as it is kept."""
    return to_json(draft)


def draft_of(text: str) -> Draft | None:
    """The draft that was kept; None where it cannot be read any more."""
    try:
        return from_json(text, Draft)
    except (msgspec.MsgspecError, UnicodeError):
        return None
