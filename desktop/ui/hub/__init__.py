"""What a hub does in the window."""
