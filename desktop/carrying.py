"""What a printed plan carries for machines: its result as a file inside, and as codes on its last page."""

from dataclasses import replace

from desktop.dossier import Dossier, Scope
from desktop.exchange.results.desk_key import DeskKey
from desktop.exchange.results.envelope import ATTACHED_NAME, MEDIA_TYPE, write
from desktop.exchange.results.making import MADE_BY, result_of
from desktop.exchange.results.result import Result
from desktop.report import Attachment, PrintOptions
from desktop.text import wording


def carrying(
    options: PrintOptions, dossier: Dossier, scope: Scope, language: str, key: DeskKey | None = None
) -> PrintOptions:
    """Options with the result of a dossier under a scope, signed where there is a key.

    A result that is too large for a page of codes is in the file alone.
    """
    result = result_of(dossier, scope, MADE_BY)
    inside = attached(write(result, key), language)
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


def attached(data: bytes, language: str) -> Attachment:
    """A result file as a printed plan carries it."""
    words = wording(language)
    says = words("The result as data, for programs: Sestante reads it from this document.")
    return Attachment(ATTACHED_NAME, data, MEDIA_TYPE, says)
