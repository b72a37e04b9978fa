"""The territory in figures, as a room of the hub."""
