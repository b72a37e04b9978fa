"""A font whose letters can be read back from the file: by search, by copying, by those who listen."""

import re
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont
from typing_extensions import override

_TABLE = "toUnicodeCMap:"
_BLOCK = re.compile(r"\d+ beginbfchar\n(.*)\nendbfchar", re.DOTALL)
_CODE = re.compile(r"<(\w\w)> <(\w+)>")
_MOST = 100  # entries that a block may have


class ReadableFont(TTFont):  # type: ignore[misc]
    """Mends the tables ReportLab writes: no letter 0, letters above U+FFFF in two halves, short blocks."""

    @override
    def addObjects(self, doc: Any) -> None:
        known = frozenset(doc.idToObject)
        super().addObjects(doc)
        for name in [name for name in doc.idToObject if name not in known and name.startswith(_TABLE)]:
            stream = doc.idToObject[name]
            stream.content = _BLOCK.sub(_mended, stream.content)


def _mended(block: re.Match[str]) -> str:
    letters = [(code, int(letter, 16)) for code, letter in _CODE.findall(block[1])]
    lines = [f"<{code}> <{_halves(letter)}>" for code, letter in letters if letter >= ord(" ")]
    blocks = [lines[start : start + _MOST] for start in range(0, len(lines), _MOST)]
    return "\n".join("\n".join((f"{len(each)} beginbfchar", *each, "endbfchar")) for each in blocks)


def _halves(letter: int) -> str:
    return chr(letter).encode("utf-16-be").hex().upper()
