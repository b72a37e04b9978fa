"""The shipped content, read once."""

import pytest

from desktop.content.library import Library, check_library
from tests.builders import ASSESSMENTS, RESOURCES


@pytest.fixture(scope="session")
def library() -> Library:
    found, problems = check_library(ASSESSMENTS, RESOURCES)
    assert found is not None, problems
    return found
