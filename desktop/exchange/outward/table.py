"""Tables as values."""

from dataclasses import dataclass

from desktop.csv_writing import Cell, csv_bytes


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows; `name` is that of a sheet or of a file without its end."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def as_csv(self) -> bytes:
        """The headings and rows with commas between their cells."""
        return csv_bytes((self.headings, *self.rows))
