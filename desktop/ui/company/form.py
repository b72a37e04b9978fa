"""The fields about a company, from a profile and back to one."""

from fractions import Fraction

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.content.company import Company, Contact, People, without_controls
from desktop.content.library import Library
from desktop.ui.company.choices import (
    country_choices,
    hub_choices,
    province_choices,
    region_choices,
    sector_choices,
)
from desktop.ui.fields import Picker, Stepper, amount_of, amount_text, line_field
from desktop.ui.look import Look
from desktop.ui.pieces import label

_MOST_STAFF = 100_000


class CompanyForm(QWidget):
    """Two columns of fields.

    Signals: `edited` after the user finished a field, `typed` while a field is being typed in.
    """

    edited = Signal()
    typed = Signal()

    def __init__(self, library: Library, look: Look) -> None:
        super().__init__()
        self._network = library.network
        self._look = look
        self._wording = look.wording
        self._make_fields()
        self._build()
        self._connect()

    def company(self) -> Company | None:
        """The profile as it stands; None while it has no name."""
        name = without_controls(self.name.text())
        if not name:
            return None
        return Company(
            name=name,
            vat=without_controls(self.vat.text()),
            country=self._country.choice() or "IT",
            region=self._region.choice(),
            province=self._province.choice(),
            sector=self._sector.choice(),
            ateco=without_controls(self._ateco.text()),
            headcount=int(self._headcount.value()),
            turnover_eur=amount_of(self._turnover.text()),
            balance_sheet_eur=amount_of(self._balance.text()),
            people=People(
                owner=int(self._people["owner"].value()),
                employee=int(self._people["employee"].value()),
                it=int(self._people["it"].value()),
            ),
            contact=Contact(**{key: without_controls(field.text()) for key, field in self._contact.items()}),
            hub=self._hub.choice(),
        )

    def show_company(self, company: Company) -> None:
        """Show a profile; emits nothing."""
        blocker = QSignalBlocker(self)
        _write(self.name, company.name)
        _write(self.vat, company.vat)
        _write(self._ateco, company.ateco)
        _write(self._turnover, amount_text(company.turnover_eur, self._wording))
        _write(self._balance, amount_text(company.balance_sheet_eur, self._wording))
        self._headcount.show_value(company.headcount)
        for role, stepper in self._people.items():
            stepper.show_value(getattr(company.people, role))
        self._do_employees_follow = self._people["employee"].value() == self._others()
        for key, field in self._contact.items():
            _write(field, getattr(company.contact, key))
        self._country.show_entries(country_choices(self._wording), company.country)
        self._sector.show_entries(sector_choices(self._network, self._wording), company.sector)
        self._show_places(company)
        blocker.unblock()

    def _make_fields(self) -> None:
        say = self._wording
        self.name = line_field("company-name", say("Name of the company"))
        self.vat = line_field("company-vat", say("VAT number"), 20)
        self._country = Picker(self._look, "company-country", say("Country"))
        self._region = Picker(self._look, "company-region", say("Region"))
        self._province = Picker(self._look, "company-province", say("Province"))
        self._ateco = line_field("company-ateco", say("ATECO code"), 12)
        self._ateco.setPlaceholderText(say("for example 10.71"))
        self._sector = Picker(self._look, "company-sector", say("Sector"))
        self._headcount = Stepper(self._look, "company-headcount", say("People working in the company"))
        self._turnover = line_field("company-turnover", say("Yearly turnover in euros"), 20)
        self._balance = line_field("company-balance", say("Balance sheet total in euros"), 20)
        self._people = {
            "owner": Stepper(self._look, "people-owner", say("Owners")),
            "employee": Stepper(self._look, "people-employee", say("Employees")),
            "it": Stepper(self._look, "people-it", say("IT staff")),
        }
        for stepper in (self._headcount, *self._people.values()):
            stepper.set_range(Fraction(0), Fraction(_MOST_STAFF))
        self._contact = {
            "name": line_field("contact-name", say("Name of the contact")),
            "role": line_field("contact-role", say("Role of the contact")),
            "email": line_field("contact-email", say("E-mail")),
            "phone": line_field("contact-phone", say("Telephone"), 40),
        }
        self._hub = Picker(self._look, "company-hub", say("Local hub"))
        self._do_employees_follow = True

    def _build(self) -> None:
        say = self._wording
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        optional = say("optional")
        vat = self._vat_with_advice()
        rows: tuple[tuple[tuple[str, QWidget], tuple[str, QWidget]], ...] = (
            (
                (say("Name of the company"), self.name),
                (f"{say('VAT number')} · {optional}", vat),
            ),
            ((say("Country"), self._country), (say("Region"), self._region)),
            (
                (f"{say('Province')} · {optional}", self._province),
                (say("Local hub you would bring the plan to"), self._hub),
            ),
            ((f"{say('ATECO code')} · {optional}", self._ateco), (say("Sector"), self._sector)),
            (
                (say("People working in the company"), self._headcount),
                (say("Owners who could take courses"), self._people["owner"]),
            ),
            (
                (say("Employees who could take courses"), self._people["employee"]),
                (say("IT staff who could take courses"), self._people["it"]),
            ),
            (
                (f"{say('Yearly turnover in euros')} · {optional}", self._turnover),
                (f"{say('Balance sheet total in euros')} · {optional}", self._balance),
            ),
            (
                (f"{say('Name of the contact')} · {optional}", self._contact["name"]),
                (f"{say('Role of the contact')} · {optional}", self._contact["role"]),
            ),
            (
                (f"{say('E-mail')} · {optional}", self._contact["email"]),
                (f"{say('Telephone')} · {optional}", self._contact["phone"]),
            ),
        )
        for number, pair in enumerate(rows):
            for column, field in enumerate(pair):
                grid.addLayout(_labelled(*field), number, column)

    def _vat_with_advice(self) -> QWidget:
        self.vat_advice = label("", "small", "warn")
        self.vat_advice.setObjectName("vat-advice")
        self.vat_advice.hide()
        both = QWidget()
        both.setFocusProxy(self.vat)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.vat)
        column.addWidget(self.vat_advice)
        return both

    def _connect(self) -> None:
        for field in self._lines():
            field.editingFinished.connect(self._on_edited)
            field.textEdited.connect(self._on_typed)
        for stepper in (self._headcount, self._people["owner"], self._people["it"]):
            stepper.stepped.connect(self._on_people_stepped)
        self._people["employee"].stepped.connect(self._on_employees_stepped)
        for picker in (self._sector, self._province, self._hub):
            picker.picked.connect(self._on_edited)
        self._country.picked.connect(self._on_country_picked)
        self._region.picked.connect(self._on_region_picked)
        self._ateco.textEdited.connect(self._on_ateco_typed)

    def _lines(self) -> tuple[QLineEdit, ...]:
        return (self.name, self.vat, self._ateco, self._turnover, self._balance, *self._contact.values())

    def _show_places(self, company: Company) -> None:
        self._region.show_entries(
            region_choices(self._network, company.country, self._wording), company.region
        )
        self._show_places_in(company.region, company.province, company.hub)

    def _show_places_in(self, region: str | None, province: str | None, hub: str | None) -> None:
        self._province.show_entries(province_choices(self._network, region, self._wording), province)
        self._hub.show_entries(hub_choices(self._network, region, self._wording), hub)

    def _others(self) -> Fraction:
        """Who is neither owner nor IT staff."""
        return max(
            Fraction(0), self._headcount.value() - self._people["owner"].value() - self._people["it"].value()
        )

    def _on_people_stepped(self) -> None:
        """All others are employees, until somebody says how many of them could take courses."""
        if self._do_employees_follow:
            self._people["employee"].show_value(self._others())
        self.edited.emit()

    def _on_employees_stepped(self) -> None:
        self._do_employees_follow = self._people["employee"].value() == self._others()
        self.edited.emit()

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_typed(self) -> None:
        self.typed.emit()

    def _on_country_picked(self) -> None:
        self._region.show_entries(region_choices(self._network, self._country.choice(), self._wording), None)
        self._show_places_in(None, None, self._hub.choice())
        self.edited.emit()

    def _on_region_picked(self) -> None:
        self._show_places_in(self._region.choice(), None, self._hub.choice())
        self.edited.emit()

    def _on_ateco_typed(self, code: str) -> None:
        section = self._network.section_of(code)
        if section is not None:
            self._sector.show_entries(sector_choices(self._network, self._wording), section)


def _write(field: QLineEdit, text: str) -> None:
    """Into a field that says something else: in one that says so already the keyboard stays where it is."""
    if field.text() != text:
        field.setText(text)


def _labelled(text: str, field: QWidget) -> QVBoxLayout:
    title = label(text, "small", "muted")
    title.setBuddy(field)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(title)
    column.addWidget(field)
    column.addStretch(1)
    return column
