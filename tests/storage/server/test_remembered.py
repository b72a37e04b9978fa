"""What a window remembers of a server is never what does not hold any more."""

import re
from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

import psycopg
import pytest

import desktop.storage
from desktop.storage import FileDatabase
from desktop.storage.rows import Question
from desktop.storage.server.address import Address
from desktop.storage.server.announcing import TOLD
from desktop.storage.server.rows import in_server_words
from desktop.storage.server.server_database import ServerDatabase
from desktop.storage.server.server_store import ServerStore
from tests.laptops import DOINGS, PINNED, QUESTIONS, Office
from tests.servers import until
from tests.serving import Server
from tests.slow_way import SlowWay, slow_way

_UNTOLD = {("round", name) for name in ("place", "visited_at", "counted_at")}
_READ_BY = """
SELECT DISTINCT pg_class.relname, pg_attribute.attname
FROM pg_rewrite
JOIN pg_depend ON pg_depend.objid = pg_rewrite.oid AND pg_depend.classid = 'pg_rewrite'::regclass
JOIN pg_class ON pg_class.oid = pg_depend.refobjid AND pg_class.relkind = 'r'
LEFT JOIN pg_attribute ON pg_attribute.attrelid = pg_class.oid AND pg_attribute.attnum = pg_depend.refobjsubid
AND pg_depend.refobjsubid > 0
WHERE pg_rewrite.ev_class = 'asked'::regclass
"""


def questions() -> dict[str, Question]:
    """All there are, by where they stand."""
    folder = Path(desktop.storage.__file__).parent
    names = ["desktop.storage." + path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    found = {f"{name}.{each}": value for name in names for each, value in vars(import_module(name)).items()}
    return {name: value for name, value in found.items() if isinstance(value, Question)}


def test_a_question_says_of_what_it_tells(server: Server, address: Address) -> None:
    assert len(questions()) > 20
    with psycopg.connect(server.url(address.database), autocommit=True) as connection:
        for name, question in questions().items():
            if not question.of:
                continue
            asked = re.sub(r"%\(\w+\)s", "NULL", in_server_words(question)).replace("%%", "%")
            connection.execute(f"CREATE TEMP VIEW asked AS {asked}")  # type: ignore[call-overload]
            read = set(connection.execute(_READ_BY).fetchall())
            connection.execute("DROP VIEW asked")
            tables = {table for table, _ in read}
            if ("round", "changed_at") in read:
                tables.add("change")
            assert question.of == tables, name
            assert question.of <= TOLD, name
            assert not read & _UNTOLD, name


Write = Callable[[Office, str], object]


def _doing(what: str, value: int) -> Write:
    return lambda office, uuid: office.do(uuid, what, 0, value)


def _moved(office: Office, uuid: str) -> None:
    office.store.move(office.round(uuid), [PINNED[0]], {QUESTIONS[0]: "moved"})


WRITES: dict[str, Write] = {
    **{what: _doing(what, 1) for what in DOINGS},
    **{f"{what} again": _doing(what, 2) for what in DOINGS},
    "place": lambda office, uuid: office.store.save_place(office.round(uuid), {"page": "plan"}),
    "undo": lambda office, uuid: office.history.undo(office.round(uuid)),
    "redo": lambda office, uuid: office.history.redo(office.round(uuid)),
    "move": _moved,
    "undo the move": lambda office, uuid: office.store.undo_move(office.round(uuid)),
    "move again": _moved,
    "confirm the move": lambda office, uuid: office.store.confirm_move(office.round(uuid)),
    "choose": lambda office, uuid: office.store.choose(office.round(uuid), []),
    "no answer": _doing("answer", 0),
    "archive": lambda office, uuid: office.desk.archive(office.company(uuid)),
    "preference": lambda office, _: office.desk.save_preference("target_companies", 7),
    "another company": lambda office, _: office.firm("Another"),
    "erase": lambda office, uuid: office.desk.erase(office.company(uuid), "", str),
}


def answers(database: ServerDatabase) -> dict[str, list[Any]]:
    """What all questions find; in a window, some of it remembered."""
    return {name: [tuple(row) for row in _ask(database, each)] for name, each in questions().items()}


def _ask(database: ServerDatabase, question: Question) -> list[Any]:
    values: dict[str, Any] = {"id": 1, "company": 1, "all": False, "names": '["target_companies"]'}
    wanted = {name: value for name, value in values.items() if re.search(rf":{name}\b", question)}
    [found] = database.ask(question, **wanted)
    return found


def _office(database: ServerDatabase, by: str) -> Office:
    office = Office(database, by)
    office.store = ServerStore(database, office.journal)
    return office


@pytest.mark.parametrize("is_own", [True, False])
def test_nothing_is_shown_that_was_written_over(
    server: Server, address: Address, tmp_path: Path, *, is_own: bool
) -> None:
    with (
        slow_way(server) as way,
        closing(ServerDatabase(way.address(address), FileDatabase(tmp_path / "here"))) as here,
        closing(ServerDatabase(address, FileDatabase(tmp_path / "there"))) as there,
    ):
        links: list[object] = []
        here.listen(lambda _: None, links.append)
        assert until(lambda: links)
        writer = _office(here if is_own else there, "Anna")
        uuid = writer.firm()
        for name, write in WRITES.items():
            answers(here)
            write(writer, uuid)
            if is_own:
                assert answers(here) == answers(there), name
            else:
                assert until(lambda: answers(here) == answers(there)), name
        assert until(lambda: is_remembered(way, here))


def is_remembered(way: SlowWay, window: ServerDatabase) -> bool:
    """Whether nothing of what can be is asked again."""
    before = way.turns
    for each in questions().values():
        if each.of:
            _ask(window, each)
    return way.turns == before
