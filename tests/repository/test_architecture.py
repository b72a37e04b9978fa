"""The house keeps its walls: layers, sizes, docstrings, and no way out to the network."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from grimp import build_graph

REPOSITORY = Path(__file__).resolve().parents[2]
MODULES = sorted((REPOSITORY / "desktop").rglob("*.py"))
TESTS = sorted((REPOSITORY / "tests").rglob("*.py"))
LONGEST_MODULE, LONGEST_TEST = 300, 400  # lines
NETWORK = (
    "socket",
    "socketserver",
    "ssl",
    "http",
    "urllib.request",
    "urllib3",
    "ftplib",
    "smtplib",
    "imaplib",
    "poplib",
    "xmlrpc",
    "asyncio",
    "requests",
    "httpx",
    "aiohttp",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets",
)
VAGUE_NAMES = {"utils", "util", "helpers", "common", "manager", "core", "misc"}


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


@cache
def trees() -> Mapping[Path, ast.Module]:
    """The application's modules, parsed."""
    assert MODULES
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def imported(tree: ast.Module) -> Iterator[str]:
    """Every module imported anywhere, with `from a import b` as both `a` and `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_imports_go_only_where_the_contracts_allow() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    finished = subprocess.run(
        [*command, "--no-cache"],
        cwd=REPOSITORY,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "0 broken" in finished.stdout


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Wherever the imports stand: in functions and for types alone as well."""
    house = build_graph("desktop", cache_dir=None)
    imports = {name: sorted(house.find_modules_directly_imported_by(name)) for name in sorted(house.modules)}
    assert imports
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        _, circle = error.args
        pytest.fail("each imports the one after it: " + " -> ".join(reversed(circle)))


def test_a_module_says_what_it_is_for() -> None:
    for path, tree in trees().items():
        docstring = ast.get_docstring(tree)
        assert docstring, name_of(path)
        assert docstring.splitlines()[0].rstrip().endswith((".", "?", ":")), name_of(path)


def test_a_file_is_short_enough_to_read() -> None:
    for paths, longest in ((MODULES, LONGEST_MODULE), (TESTS, LONGEST_TEST)):
        for path in paths:
            assert len(path.read_text(encoding="utf-8").splitlines()) <= longest, name_of(path)


def test_a_module_has_no_way_out_to_the_network() -> None:
    for path, tree in trees().items():
        for name in imported(tree):
            is_way_out = any(f"{name}.".startswith(f"{forbidden}.") for forbidden in NETWORK)
            assert not is_way_out, (name_of(path), name)


def test_a_module_has_a_name_that_says_something() -> None:
    for path in MODULES:
        assert not VAGUE_NAMES & {path.stem, *path.relative_to(REPOSITORY).parts}, name_of(path)


def test_test_files_have_names_of_their_own() -> None:
    """Without packages in tests/, two files of one name would hide each other."""
    names = [path.name for path in TESTS if path.name != "conftest.py"]
    assert sorted(names) == sorted(set(names))


def test_the_page_on_architecture_names_every_part_of_the_program() -> None:
    page = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
    parts = [path.stem for path in sorted((REPOSITORY / "desktop").iterdir()) if path.suffix in ("", ".py")]
    named = set(re.findall(r"\w+", page))
    assert [part for part in parts if not part.startswith("__") and part not in named] == []
