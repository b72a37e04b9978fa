"""The page of those who answer the company's questions apart: the list, and the computer handed over."""

from desktop.ui.people.page import PeoplePage
from desktop.ui.people.purpose import about_the_company


class VoicesPage(PeoplePage):
    """The same way as for what people answer about themselves, with other questions and other promises."""

    purpose_of = staticmethod(about_the_company)
