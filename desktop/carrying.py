"""A dossier's result as it leaves: as a file, inside a printed plan, and as codes on its last page."""

from dataclasses import replace

from desktop.dossier import Dossier, Scope
from desktop.exchange.results.desk_key import DeskCard, DeskKey
from desktop.exchange.results.envelope import ATTACHED_NAME, MEDIA_TYPE, write
from desktop.exchange.results.making import MADE_BY, result_of
from desktop.exchange.results.result import Result
from desktop.report import Attachment, PrintOptions
from desktop.text import wording


def result_file(
    dossier: Dossier, scope: Scope, key: DeskKey | None, sealed_to: DeskCard | None = None
) -> bytes:
    """A result file: signed where there is a key, unless it is of scores alone; sealed for a desk's card."""
    from desktop.exchange.results.sealing import seal

    data = write(result_of(dossier, scope, MADE_BY), key)
    return data if sealed_to is None else seal(data, sealed_to)


def carrying(
    options: PrintOptions, dossier: Dossier, scope: Scope, language: str, key: DeskKey | None = None
) -> PrintOptions:
    """Options with the result of a dossier under a scope, signed where there is a key.

    A result that is too large for a page of codes is in the file alone.
    """
    result = result_of(dossier, scope, MADE_BY)
    inside = _attached(write(result, key), language)
    return replace(options, attachments=(*options.attachments, inside), codes=_codes(result, dossier, key))


def _codes(result: Result, dossier: Dossier, key: DeskKey | None) -> tuple[str, ...]:
    from desktop.exchange.results.compact import CodeError, to_codes

    asked = {
        (each.questionnaire.id, each.questionnaire.version): each.questionnaire for each in dossier.results
    }
    sign = None if key is None else key.sign_code
    try:
        return to_codes(result, lambda name, version: asked.get((name, version)), sign)
    except CodeError:
        return ()


def _attached(data: bytes, language: str) -> Attachment:
    """A result file as a printed plan carries it."""
    words = wording(language)
    says = words("The result as data, for programs: Sestante reads it from this document.")
    return Attachment(ATTACHED_NAME, data, MEDIA_TYPE, says)
