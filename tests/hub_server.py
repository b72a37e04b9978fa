"""A hub on a server of its own, with people of every role, and the real `psql` for what they try."""

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from desktop.storage import FileDatabase
from desktop.storage.server.address import Address, read_address
from desktop.storage.server.rights.administering import administering
from desktop.storage.server.rights.people import Person, add_person, remove_person
from desktop.storage.server.rights.setting_up import set_up
from desktop.storage.server.server_database import ServerDatabase
from desktop.workspace import Workspace
from tests.desks import the_content
from tests.serving import SUPERUSER, Server
from tests.workspaces import template_on

PEOPLE = (
    Person("carla", "Carla Riva", "coordinator"),
    Person("nora", "Nora Nord", "office", office="nord"),
    Person("sara", "Sara Sud", "office", office="sud"),
    Person("elio", "Elio Esperto", "expert", expert="elio-e"),
    Person("vito", "Vito Vede", "viewer"),
)

_MARK = "=====> "


@dataclass(frozen=True, slots=True)
class Told:
    """What psql printed: rows, one in a line, and what it complained of."""

    lines: list[str]
    error: str


@dataclass(frozen=True)
class Hub:
    """A workspace on a server; logins end with what tells this hub from others on it."""

    server: Server
    database: str
    mark: str

    def login(self, name: str) -> str:
        return name if name == SUPERUSER else f"{name}_{self.mark}"

    def url(self, name: str = SUPERUSER) -> str:
        return self.server.url(self.database, self.login(name))

    def address(self, name: str = SUPERUSER) -> Address:
        return read_address(self.url(name))

    def group(self, role: str) -> str:
        return f"{self.database}_{role}"

    def psql(self, name: str, statement: str) -> Told:
        """Run statements as another client does."""
        command = ("psql", self.url(name), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", statement)
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        return Told(done.stdout.splitlines(), done.stderr)

    def each(self, name: str, statements: Mapping[str, str]) -> dict[str, Told]:
        """What came of each of some statements by its name; what they did is taken back."""
        told = (
            f"\\echo {_MARK}{number}\n\\warn {_MARK}{number}\nBEGIN;\n{each};\nROLLBACK;\n"
            for number, each in enumerate(statements.values())
        )
        command = ("psql", self.url(name), "-X", "-q", "-A", "-t")
        done = subprocess.run(
            command, input="".join(told), capture_output=True, text=True, timeout=60, check=False
        )
        lines, errors = _by_mark(done.stdout), _by_mark(done.stderr)
        return {name: Told(lines[at].splitlines(), errors[at]) for at, name in enumerate(statements)}

    def ask(self, name: str, statement: str) -> list[str]:
        """The rows of a statement that must succeed."""
        told = self.psql(name, statement)
        assert not told.error, told.error
        return told.lines

    @contextmanager
    def desk(self, name: str, folder: Path) -> Iterator[Workspace]:
        """The application, signed in as somebody."""
        own = FileDatabase(folder / name)
        with closing(own), closing(Workspace(the_content(), ServerDatabase(self.address(name), own))) as desk:
            yield desk

    @contextmanager
    def database_of(self, name: str, folder: Path) -> Iterator[ServerDatabase]:
        own = FileDatabase(folder / name)
        with closing(own), closing(ServerDatabase(self.address(name), own)) as database:
            yield database


def _by_mark(text: str) -> list[str]:
    return [part.partition("\n")[2].strip() for part in text.split(_MARK)[1:]]


@contextmanager
def hub_on(server: Server) -> Iterator[Hub]:
    """A hub that is set up and has its people."""
    with server.database(template_on(server)) as database:
        hub = Hub(server, database, uuid4().hex[:8])
        for _ in set_up(hub.address()):
            pass
        try:
            with administering(hub.address()) as admin:
                for each in PEOPLE:
                    login = hub.login(each.login)
                    person = Person(login, each.name, each.role, each.office, each.expert)
                    for _ in add_person(admin, person, None):
                        pass
            yield hub
        finally:
            with administering(hub.address()) as admin:
                for each in PEOPLE:
                    for _ in remove_person(admin, hub.login(each.login)):
                        pass
            groups = ", ".join(hub.group(role) for role in ("coordinator", "office", "expert", "viewer"))
            server.run(f"DROP OWNED BY {groups}", database)
            server.run(f"DROP ROLE {groups}", database)
