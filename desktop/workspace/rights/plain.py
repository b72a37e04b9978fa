"""Held data as plain values for other programs; docs/held-data.md describes them."""

from typing import Any

from msgspec import to_builtins

from desktop.report.holding import ToldHolding, ToldPerson
from desktop.report.holding.asked_words import AskedWords
from desktop.text import Wording

FORMAT, VERSION = "sestante-held-data", 1


def plain_holding(told: ToldHolding, wording: Wording) -> dict[str, Any]:
    """Everything about a company; beside each answer what was asked and said in words."""
    data: dict[str, Any] = to_builtins(told.holding)
    data.pop("company_id")
    _plain_services(told, data)
    data["imports"] = to_builtins(told.imports)
    for held in data["rounds"]:
        asked = AskedWords(told.questionnaires.get(held.pop("id"), ()), wording)
        for answer in held["answers"]:
            answer.update(_words(asked, answer))
        for voice in held["voices"]:
            voice["answers"] = [_said(asked, answer) for answer in voice["answers"]]
        for remark in held["remarks"]:
            remark["asked"] = asked.question(remark["question"])
        for file in held["files"]:
            file["path"] = told.file_names[file.pop("id")]
    texts = {version: _form_text(told, version, wording.language) for version in told.forms}
    return {**_head(wording, told.made_on.isoformat()), **data, "consent_texts": texts}


def _plain_services(told: ToldHolding, data: dict[str, Any]) -> None:
    """The lines of the register without numbers of this workspace, each with its files."""
    shown: dict[str, list[dict[str, Any]]] = {}
    for file in data.pop("service_files"):
        file["path"] = told.service_file_names[file.pop("id")]
        file.pop("removed_at")
        shown.setdefault(file.pop("subject").removeprefix("service:"), []).append(file)
    for line in data["at_hub"]["services"]:
        for own in ("company_id", "company", "project_id"):
            line.pop(own)
        line["files"] = shown.get(line["uid"], [])


def plain_person(told: ToldPerson, wording: Wording) -> dict[str, Any]:
    """What one person answered."""
    data: dict[str, Any] = to_builtins(told.person)
    asked = AskedWords(told.questionnaires, wording)
    for part in ("answers", "about_company"):
        data[part] = [_said(asked, answer) for answer in data[part]]
    return {**_head(wording, told.made_on.isoformat()), **data}


def _head(wording: Wording, made_on: str) -> dict[str, Any]:
    return {"format": FORMAT, "version": VERSION, "made_on": made_on, "language": wording.language}


def _said(asked: AskedWords, answer: dict[str, Any]) -> dict[str, Any]:
    """An answer of one person, who told it herself or himself."""
    told = {name: value for name, value in answer.items() if name != "told_by"}
    return {**told, **_words(asked, answer)}


def _words(asked: AskedWords, answer: dict[str, Any]) -> dict[str, str]:
    key = answer["question"]
    return {"asked": asked.question(key), "said": asked.answer(key, answer["value"])}


def _form_text(told: ToldHolding, version: str, language: str) -> Any:
    form = told.forms[version]
    text = form.text(language)
    parts = {part: to_builtins(form.parts(language, part)) for part in ("sections", "purposes")}
    return {"title": text.title, "lead": text.lead, **parts}
