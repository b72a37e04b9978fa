"""The room of plans that come in: imports and their reports, what waits, and whose next round is due."""
