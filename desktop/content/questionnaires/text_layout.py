"""The author's own lines of a text file, so that what does not change keeps its layout and its remarks."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.content.files.strict_yaml import Document, Steps


class Layout:
    """The lines of a file by entry; an empty one for a file that is new."""

    def __init__(self, document: Document | None = None, text: str = "", heading: str = "") -> None:
        """`heading` is the remark that a new file begins with."""
        self._lines = text.splitlines()
        self._root = document.root if document else {}
        paths = list(_paths(self._root, ()))
        self._starts = {path: document.line(path) - 1 for path in paths} if document else {}
        self._remark_starts = {path: self._remark_start(at) for path, at in self._starts.items()}
        self._ends = self._find_ends(paths)
        self._heading = [heading] if heading else []

    def remarks(self, path: Steps) -> list[str]:
        """The comment and empty lines above an entry, without their indentation."""
        if path not in self._starts:
            return self._heading if path == ("format",) else []
        lines = self._lines[self._remark_starts[path] : self._starts[path]]
        return [line.strip() for line in lines]

    def unchanged(self, path: Steps, value: object, indent: str) -> list[str] | None:
        """The lines of an entry and all below it, where it holds this value in a line of its own."""
        start, end = self._starts.get(path), self._ends.get(path, 0)
        if start is None or end <= start or _short(_at(self._root, path)) != _short(value):
            return None
        line = self._lines[start]
        is_own_line = line.startswith(indent) and not line[len(indent) :].startswith((" ", "-", "{"))
        shares = sum(at == start for below, at in self._starts.items() if below[: len(path)] != path)
        if not is_own_line or shares:
            return None
        lines = self._lines[start:end]
        while lines and not lines[-1].strip():
            lines.pop()
        return lines

    def _remark_start(self, at: int) -> int:
        depth = len(self._lines[at]) - len(self._lines[at].lstrip())
        while at > 0 and _is_remark(self._lines[at - 1], depth):
            at -= 1
        return at

    def _find_ends(self, paths: list[Steps]) -> dict[Steps, int]:
        """Where each entry ends: where the next one begins that does not stand below it."""
        ends: dict[Steps, int] = {}
        open_paths: list[Steps] = []
        for path in paths:
            while open_paths and len(open_paths[-1]) >= len(path):
                ends[open_paths.pop()] = self._remark_starts[path]
            open_paths.append(path)
        return ends | dict.fromkeys(open_paths, len(self._lines))


def _is_remark(line: str, depth: int) -> bool:
    """A deeper line would belong to the text of the entry above."""
    stripped = line.lstrip()
    return not stripped or (stripped.startswith("#") and len(line) - len(stripped) <= depth)


def _paths(node: Any, path: Steps) -> Iterator[Steps]:
    if isinstance(node, Mapping):
        for name, value in node.items():
            yield (*path, name)
            yield from _paths(value, (*path, name))


def _at(root: Any, path: Steps) -> Any:
    for step in path:
        root = root[step]
    return root


def _short(value: object) -> object:
    """A label without a second line is the same in both ways of writing it."""
    if not isinstance(value, Mapping):
        return value
    return value["text"] if set(value) == {"text"} else {name: _short(part) for name, part in value.items()}
