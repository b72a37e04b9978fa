"""What the server's rights mean for who takes companies along and brings them back."""

from pathlib import Path

from desktop.storage import FileDatabase
from desktop.storage.parcels.coming_back import ComingBack
from desktop.storage.parcels.going import going_from, take_along
from tests.hub_server import Hub
from tests.laptops import Office

_LOAN = (
    "SELECT login, returned_at IS NULL FROM loan JOIN company ON company.id = company_id"
    " WHERE name = 'Alfa' AND login LIKE 'nora%'"
)


def ids(hub: Hub, name: str) -> str:
    [uuid] = hub.ask("postgres", f"SELECT uuid FROM company WHERE name = '{name}'")  # noqa: S608
    return uuid


def test_an_office_takes_its_company_along_and_brings_it_back(hub: Hub, tmp_path: Path) -> None:
    uuid = ids(hub, "Alfa")
    with hub.database_of("nora", tmp_path) as database:
        laptop = Office(FileDatabase(tmp_path / "laptop"), "Nora")
        take_along(database, laptop.database, [uuid], going_from(database, "the hub", "Nora"))
        laptop.answer(uuid, "from the laptop")
        laptop.do(uuid, "profile", 1, 3)
        laptop.do(uuid, "service", 0, 3)
        new = laptop.firm("Made on the way")
        coming = ComingBack(laptop.database, database, Office(database).journal)
        kinds = [each.kind for each in coming.bring_all([uuid, new], {})]
        assert kinds == ["returned", "returned"]
        assert Office(database).answers(uuid)["technology-check/backup"] == "from the laptop"
        assert hub.ask("nora", "SELECT ateco FROM company WHERE name = 'Alfa'") == ["10.3"]
        assert hub.ask("nora", "SELECT count(*) FROM company WHERE name = 'Made on the way'") == ["1"]
        login = hub.ask("postgres", _LOAN)
        assert login == [f"{hub.login('nora')}|f"]
        laptop.database.close()


def test_a_company_given_to_another_office_is_not_told_from_nothing(hub: Hub, tmp_path: Path) -> None:
    uuid = ids(hub, "Beta")
    with hub.database_of("nora", tmp_path) as database:
        laptop = Office(FileDatabase(tmp_path / "laptop"), "Nora")
        take_along(database, laptop.database, [uuid], going_from(database, "the hub", "Nora"))
        laptop.answer(uuid, "from the laptop")
        company = f"(SELECT id FROM company WHERE uuid = '{uuid}')"  # noqa: S608 - our own
        moved = f"UPDATE engagement SET office = '{{}}' WHERE company_id = {company}"  # noqa: S608 - our own
        hub.ask("postgres", moved.format("sud"))
        coming = ComingBack(laptop.database, database, Office(database).journal)
        [beta] = [each for each in coming.look() if each.uuid == uuid]
        assert beta.kind == "not-yours"
        assert coming.bring(uuid, {}, makes_again=True).kind == "not-yours"
        hub.ask("postgres", moved.format("nord"))
        assert coming.bring(uuid, {}).kind == "returned"
        laptop.database.close()
