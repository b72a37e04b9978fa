"""The commands for a hub's server: init, add-person, remove-person, people, rights, publish."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.commands.language import add_language
from desktop.commands.moving import add_moving
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import Phrase, phrase
from desktop.commands.signing_in import add_server_address, signed_in
from desktop.commands.steps import add_steps
from desktop.text import Sentence, Wording, wording

if TYPE_CHECKING:
    from desktop.storage.server.rights.administering import Administrator
    from desktop.storage.server.rights.people import Person

_DIFFERS: Final = 1
_ROLES: Final = ("coordinator", "office", "expert", "viewer")


def add_server(commands: Commands) -> None:
    """Add all of them to the command line."""
    steps = add_steps(
        commands, "server", phrase("set up a hub's server, add people, see and mend what they may do")
    )
    _step(steps, "init", phrase("make a workspace on a server, or bring it up to date")).set_defaults(
        action=_init
    )
    _add_person(steps)
    command = _step(steps, "remove-person", phrase("let somebody sign in no longer"))
    command.add_argument("login", metavar="LOGIN")
    command.set_defaults(action=_remove)
    _step(steps, "people", phrase("list who works on the server")).set_defaults(action=_people)
    command = _step(steps, "rights", phrase("show what people may do, and what is not as it should be"))
    command.add_argument("--repair", action="store_true", help=phrase("put right what differs"))
    command.set_defaults(action=_rights)
    add_moving(steps)
    command = _step(steps, "publish", phrase("publish the figures of the territory for viewers"))
    command.set_defaults(action=_publish)


def _step(steps: Commands, name: str, told: Phrase) -> argparse.ArgumentParser:
    command = add_command(steps, name, told)
    add_server_address(command)
    add_language(command)
    return command


def _add_person(steps: Commands) -> None:
    command = _step(
        steps, "add-person", phrase("let somebody sign in with a role, or change what they may do")
    )
    command.add_argument("name", metavar=phrase("NAME"), help=phrase("as it stands beside what they do"))
    command.add_argument("--login", required=True, metavar="LOGIN", help=phrase("small letters and digits"))
    command.add_argument("--role", required=True, choices=_ROLES)
    command.add_argument("--office", default="", metavar="ID", help=phrase("whose companies they see"))
    command.add_argument("--expert", default="", metavar="ID", help=phrase("their id as expert or officer"))
    command.add_argument(
        "--new-password",
        action="store_true",
        help=phrase("make a new password where there is a login already"),
    )
    command.add_argument(
        "--new-password-file",
        type=Path,
        metavar="FILE",
        help=phrase("the person's password (else one is made)"),
    )
    command.set_defaults(action=_add)


def _init(options: argparse.Namespace) -> int:
    address = signed_in(options)
    from desktop.storage.server.rights.setting_up import set_up

    words = wording(options.lang)
    _tell(set_up(address), words)
    print(words("People are added with: {command}", command="sestante server add-person"))
    return 0


def _add(options: argparse.Namespace) -> int:
    address = signed_in(options)
    from desktop.storage.server.rights.administering import administering
    from desktop.storage.server.rights.people import Person, add_person

    words, login = wording(options.lang), options.login
    person = Person(login, options.name, options.role, options.office, options.expert)
    with administering(address) as admin:
        password, is_made = _password(options, admin)
        _tell(add_person(admin, person, password), words)
    if is_made:
        print(words("Password, shown this once: {password}", password=password))
    return 0


def _password(options: argparse.Namespace, admin: "Administrator") -> tuple[str | None, bool]:
    """The person's password, and whether it was made here; None where it stays as it is."""
    from desktop.commands.secret_files import passphrase_in
    from desktop.storage.server.rights.people import good_password, has_login

    if options.new_password_file is not None:
        return passphrase_in(options.new_password_file), False
    if options.new_password or not has_login(admin, options.login):
        return good_password(), True
    return None, False


def _remove(options: argparse.Namespace) -> int:
    address = signed_in(options)
    from desktop.storage.server.rights.administering import administering
    from desktop.storage.server.rights.people import remove_person

    with administering(address) as admin:
        _tell(remove_person(admin, options.login), wording(options.lang))
    return 0


def _people(options: argparse.Namespace) -> int:
    address = signed_in(options)
    from desktop.storage.server.rights.administering import administering
    from desktop.storage.server.rights.people import people_of

    words = wording(options.lang)
    with administering(address) as admin:
        found = people_of(admin)
    for person in found:
        print(_line(person, words))
    if not found:
        print(words("Nobody was added yet."))
    return 0


def _line(person: "Person", words: Wording) -> str:
    what = {
        "coordinator": words("coordinator: everything"),
        "office": words("office {id}: its companies", id=person.office),
        "expert": words("expert {id}: the companies assigned", id=person.expert),
        "viewer": words("viewer: published figures alone"),
    }
    return f"{person.login}: {person.name}, {what[person.role]}"


def _rights(options: argparse.Namespace) -> int:
    address = signed_in(options)
    from desktop.storage.server.rights.administering import administering
    from desktop.storage.server.rights.checking import differences, repair
    from desktop.storage.server.rights.people import people_of

    words = wording(options.lang)
    with administering(address) as admin:
        for person in people_of(admin):
            print(_line(person, words))
        if options.repair:
            _tell(repair(admin), words)
        found = differences(admin)
    for each in found:
        print(words("Not as it should be: {sentence}", sentence=each.sentence), file=sys.stderr)
    if not found:
        print(words("Groups, rights and row-level security are as they should be."))
    elif not options.repair:
        print(words("Put it right with: {command}", command="sestante server rights --repair"))
    return _DIFFERS if found else 0


def _publish(options: argparse.Namespace) -> int:
    """With a data folder of its own, so that no window has to be closed for it."""
    import tempfile

    from desktop.workspace import Workspace

    words, address = wording(options.lang), signed_in(options)
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.open(Path(folder), None, address)
        try:
            is_new = workspace.publishing.publish()
        finally:
            workspace.close()
    print(words("Published.") if is_new else words("Figures were published less than ten minutes ago."))
    return 0


def _tell(sentences: Iterable[Sentence], words: Wording) -> None:
    for sentence in sentences:
        print(words.tell(sentence), flush=True)
