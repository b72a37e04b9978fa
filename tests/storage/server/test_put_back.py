"""A backup is put back, or the schema changed, while a desk is open: nothing goes to another company."""

from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import NotWrittenError
from desktop.storage import FileDatabase
from desktop.storage.server.address import Address
from desktop.storage.server.server_database import ServerDatabase
from desktop.workspace import Workspace
from tests.desks import a_firm, the_content
from tests.servers import until
from tests.serving import Server


def put_back(server: Server, address: Address, backup: str) -> None:
    """As the administrator's guide says: what was restored takes the name of what was there."""
    name = address.database
    server.run(f"DROP DATABASE {name} WITH (FORCE)")
    server.run(f"ALTER DATABASE {backup} RENAME TO {name}")


def test_an_open_desk_writes_nothing_into_a_database_put_back(
    server: Server, address: Address, tmp_path: Path
) -> None:
    server.run(f"CREATE DATABASE {address.database}_backup TEMPLATE {address.database}")
    with closing(Workspace(the_content(), ServerDatabase(address, FileDatabase(tmp_path / "a")))) as desk:
        case = desk.create_case(a_firm("Forno"))
        put_back(server, address, f"{address.database}_backup")
        with closing(
            Workspace(the_content(), ServerDatabase(address, FileDatabase(tmp_path / "b")))
        ) as other:
            mill = other.create_case(a_firm("Mulino"))
            assert mill.id == case.id
            question = desk.questions(case, desk.questionnaires(case)[0].id)[0]
            with pytest.raises(NotWrittenError, match="was put back from a backup"):
                desk.save_answer(case, question, None)
            with pytest.raises(NotWrittenError, match="was put back from a backup"):
                desk.save_company(case.id, case.company)
            assert other.case(mill.id).company.name == "Mulino"


def test_a_desk_that_is_open_notices_another_schema(server: Server, address: Address, tmp_path: Path) -> None:
    database = ServerDatabase(address, FileDatabase(tmp_path))
    with closing(Workspace(the_content(), database)) as desk:
        case = desk.create_case(a_firm("Forno"))
        links: list[object] = []
        database.listen(lambda _: None, links.append)
        assert until(lambda: links)
        server.run(
            "UPDATE alembic_version SET version_num = '9999'; NOTIFY sestante, 'schema'", address.database
        )

        def is_refused() -> bool:
            try:
                desk.save_company(case.id, case.company)
            except NotWrittenError as error:
                return "brought up to date" in str(error)
            return False

        assert until(is_refused)
