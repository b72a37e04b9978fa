"""Texts of QR codes: bytes split into parts that find together again."""

from desktop.exchange.codes.errors import CodeError
from desktop.exchange.codes.parts import MOST_BYTES, MOST_CODES, CodeSet, code_sets, is_code, join, split

__all__ = ["MOST_BYTES", "MOST_CODES", "CodeError", "CodeSet", "code_sets", "is_code", "join", "split"]
