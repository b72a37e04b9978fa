"""Data printed as JSON, in letters that the terminal or file at the other end can hold."""

import json
import sys
from typing import Any


def print_json(value: Any) -> None:
    """Print a value on standard output; letters beyond ASCII are escaped unless the output takes Unicode."""
    speaks_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(value, ensure_ascii=not speaks_unicode, indent=2))
