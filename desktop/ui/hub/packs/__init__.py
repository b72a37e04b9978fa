"""The hub's room for editions: those installed, and its own."""
