"""The commands that need no window, each with its options."""
