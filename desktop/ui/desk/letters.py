"""What waits to be sent to a server, as a letter that outlives the window, and back."""

from dataclasses import replace
from typing import Any, Literal
from uuid import uuid4

import msgspec

from desktop.answers import Answer, answer_from_plain, answer_to_plain
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Company, Constraints
from desktop.content.files.decoding import from_json, to_json
from desktop.content.questionnaires.questionnaire import Question, QuestionKey
from desktop.content.steps import StepChange
from desktop.errors import OutOfReachError, SestanteError
from desktop.storage import Hand, Remark
from desktop.storage.outbox import Letter
from desktop.text import say
from desktop.ui.desk.waiting import (
    Waiting,
    WaitingAnswer,
    WaitingBeginning,
    WaitingCompany,
    WaitingLimits,
    WaitingPerson,
    WaitingRemark,
    WaitingStep,
)
from desktop.workspace import Case, Workspace
from desktop.workspace.case import Asks

_NOT_READ = say(
    "A change of this computer that waits for the server cannot be read: another Sestante wrote it. "
    "It stays here; open it with the newest version."
)
_NOBODYS = say(
    "What was changed on this computer for {name} waits for the server, where this company is no longer "
    "there, or no longer yours. It stays here, and is sent when Sestante is opened after that has changed."
)
_ERASED = say(
    "{name} was erased on the server, as it wished. What waited for it on this computer was removed too."
)
_NOT_ASKED = say(
    "An answer that waited for the server was not sent: its question ({question}) is no longer asked in this "
    "round. The answer was: {answer}"
)
Kind = Literal["answer", "remark", "company", "beginning", "limits", "step", "person"]


class UnreadableLetterError(SestanteError):
    """The letter is of another version; it must not be thrown away."""


class LetterDocument(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What a letter says; `seen` is what the desk believed to stand there, `uuid` the new company's."""

    kind: Kind
    hand: Hand
    round_id: int | None = None
    company_uuid: str = ""
    company_name: str = ""
    stage: str = ""
    person: int | None = None
    asks: Asks = "personal"
    question: QuestionKey = QuestionKey("")
    answer: Any = None
    seen_answer: Any = None
    company: Company | None = None
    seen_company: Company | None = None
    limits: Constraints | None = None
    seen_limits: Constraints | None = None
    remark: Remark | None = None
    seen_remark: Remark | None = None
    change: StepChange | None = None
    seen_change: StepChange | None = None
    page: Literal["people", "voices"] = "people"
    label: str = ""
    role: Role = "owner"
    number: int | None = None
    uuid: str = ""


def new_uid() -> str:
    """A name for a change, which nothing else has."""
    return str(uuid4())


def letter_of(uid: str, waiting: Waiting) -> Letter:
    """The letter that says what waits."""
    document = _document(waiting)
    if (case := waiting.case) is not None:
        document = msgspec.structs.replace(
            document,
            round_id=case.id,
            company_uuid=case.uuid,
            company_name=case.company.name,
            stage=case.stage,
            person=case.person,
            asks=case.asks,
        )
    return Letter(uid, document.kind, to_json(document))


def read_letter(letter: Letter) -> LetterDocument:
    """What stands in a letter; UnreadableLetterError where another version of Sestante may know more."""
    try:
        return from_json(letter.document, LetterDocument)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise UnreadableLetterError(_NOT_READ) from error


def waiting_of(letter: Letter, workspace: Workspace) -> Waiting:
    """What a letter says; SestanteError where that can never be sent, NotWrittenError where not now.

    UnreadableLetterError where another version of Sestante may know more.
    """
    document = read_letter(letter)
    if document.kind == "beginning" and document.company is not None:
        return WaitingBeginning(document.hand, document.company, uuid=document.uuid)
    if document.round_id is None:
        raise UnreadableLetterError(_NOT_READ)
    case = replace(_case(document, workspace), person=document.person, asks=document.asks)
    found = _of_case(document, case, workspace)
    if found is None:
        raise UnreadableLetterError(_NOT_READ)
    return found


def _case(document: LetterDocument, workspace: Workspace) -> Case:
    """The case a letter is meant for, whatever number its round has by now."""
    number = document.round_id
    if document.company_uuid and workspace.server is not None:
        number = workspace.server.round_of(document.company_uuid, document.stage)
        if number is None and workspace.server.is_erased(document.company_uuid):
            raise SestanteError(_ERASED, name=document.company_name)
    if number is None:
        raise OutOfReachError(_NOBODYS, name=document.company_name)
    return workspace.case(number)


def _document(waiting: Waiting) -> LetterDocument:
    said: dict[str, Any] = {}
    match waiting:
        case WaitingAnswer(case, _, question, answer):
            seen = _plain(case.sheet.get(question.key))
            said = {"kind": "answer", "question": question.key, "answer": _plain(answer), "seen_answer": seen}
        case WaitingRemark(_, _, key, remark, before):
            said = {"kind": "remark", "question": key, "remark": remark, "seen_remark": before}
        case WaitingCompany(case, _, company):
            said = {"kind": "company", "company": company, "seen_company": case.company}
        case WaitingBeginning():
            said = {"kind": "beginning", "company": waiting.company, "uuid": waiting.uuid}
        case WaitingLimits(case, _, limits):
            believed = case.written_limits or case.constraints
            said = {"kind": "limits", "limits": limits, "seen_limits": believed}
        case WaitingStep(_, _, change, done):
            said = {"kind": "step", "change": change, "seen_change": done}
        case WaitingPerson(_, _, page, label, role, number):
            said = {"kind": "person", "page": page, "label": label, "role": role, "number": number}
    return LetterDocument(hand=waiting.hand, **said)


def _of_case(document: LetterDocument, case: Case, workspace: Workspace) -> Waiting | None:
    hand = document.hand
    found: Waiting | None = None
    match document:
        case LetterDocument(kind="answer"):
            found = _answer(document, case, workspace)
        case LetterDocument(kind="remark", remark=Remark() as remark):
            found = WaitingRemark(case, hand, document.question, remark, document.seen_remark)
        case LetterDocument(kind="company", company=Company() as company):
            believed = document.seen_company or case.company
            found = WaitingCompany(replace(case, company=believed), hand, company)
        case LetterDocument(kind="limits", limits=Constraints() as limits):
            found = WaitingLimits(replace(case, written_limits=document.seen_limits), hand, limits)
        case LetterDocument(kind="step", change=StepChange() as change):
            found = WaitingStep(case, hand, change, document.seen_change)
        case LetterDocument(kind="person", page=page, label=label, role=role):
            found = WaitingPerson(case, hand, page, label, role, document.number)
    return found


def _answer(document: LetterDocument, case: Case, workspace: Workspace) -> WaitingAnswer:
    key = document.question
    asked = (each for shown in workspace.questionnaires(case) for each in shown.questions.values())
    question = next((each for each in asked if each.key == key), None)
    if question is None:
        raise SestanteError(_NOT_ASKED, question=key, answer=to_json(document.answer))
    seen = _given(question, document.seen_answer)
    sheet = {name: given for name, given in case.sheet.items() if name != key}
    believed = sheet if seen is None else {**sheet, key: seen}
    return WaitingAnswer(
        replace(case, sheet=believed), document.hand, question, _given(question, document.answer)
    )


def _given(question: Question, plain: Any) -> Answer | None:
    return None if plain is None else answer_from_plain(question, plain)


def _plain(answer: Answer | None) -> Any:
    return None if answer is None else answer_to_plain(answer)
