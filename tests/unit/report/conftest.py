"""One dossier and its PDF in both languages, made once."""

import pytest
from report_builders import a_dossier

from desktop.report import build_pdf


@pytest.fixture(scope="session")
def dossier():
    return a_dossier()


@pytest.fixture(scope="session", params=["it", "en"])
def language(request):
    return request.param


@pytest.fixture(scope="session")
def pdf(dossier, language):
    return build_pdf(dossier, language)
