"""What was carried to a server or back, table by table."""

from desktop.storage.moving.sums import Sums
from desktop.text import Wording

_SHOWN = 16  # characters of a sum


def table_by_table(sums: Sums, say: Wording) -> str:
    """Rows and checksum of each table, a line for each, in columns."""
    title, rows = say("Table"), say("Rows")
    width = max(map(len, (title, *sums)))
    lines = [f"{title:<{width}}  {rows:>10}  SHA-256"]
    lines += [f"{name:<{width}}  {each.rows:>10}  {each.sha256[:_SHOWN]}" for name, each in sums.items()]
    return "\n".join(lines)
