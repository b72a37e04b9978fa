"""One dossier and its PDF in both languages, made once."""

import pytest
from report_builders import a_dossier, printed


@pytest.fixture(scope="session")
def dossier():
    return a_dossier()


@pytest.fixture(scope="session", params=["it", "en"])
def language(request):
    return request.param


@pytest.fixture(scope="session")
def pdf(language):
    return printed(language)
