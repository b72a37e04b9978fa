"""A whole result in QR codes on one page, and read back from them."""

from desktop.exchange.codes import CodeError, CodeSet, code_sets
from desktop.exchange.results.compact.reading import CodedResult, from_codes
from desktop.exchange.results.compact.wrapping import Sign, Verify
from desktop.exchange.results.compact.writing import FindQuestionnaire, to_codes

__all__ = [
    "CodeError",
    "CodeSet",
    "CodedResult",
    "FindQuestionnaire",
    "Sign",
    "Verify",
    "code_sets",
    "from_codes",
    "to_codes",
]
