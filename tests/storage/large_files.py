"""Files large enough to be looked through while they are read, whole or damaged where nobody looks."""

from pathlib import Path

from tests.storage.copy_builders import run_sql

_PAGE = 4096  # bytes


def make_large(file: Path) -> None:
    """Put a photo of 33 MB into a database that belongs to nothing."""
    run_sql(file, "INSERT INTO evidence_content VALUES (1, zeroblob(33000000))")


def damage_the_photo(file: Path) -> None:
    """Let the last page of the photo say that it goes on."""
    with file.open("r+b") as content:
        content.seek(-_PAGE, 2)
        content.write(b"\xff" * 4)
