"""The hub's room for events."""
