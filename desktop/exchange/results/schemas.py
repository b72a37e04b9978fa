"""The JSON Schemas of results and of what seals them."""

from typing import Any, Final

from desktop.content.schemas import schema_of
from desktop.exchange.results.envelope import Seal
from desktop.exchange.results.result import Result
from desktop.exchange.results.sealing import SealedHeader

RESULT_SCHEMAS: Final[dict[str, type]] = {
    "result": Result,
    "result-seal": Seal,
    "sealed-result": SealedHeader,
}


def result_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a result's line, of its seal, or of a sealed file's first line, by name."""
    return schema_of(RESULT_SCHEMAS[name])
