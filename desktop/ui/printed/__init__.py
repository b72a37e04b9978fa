"""The printed plan on the screen, on paper, in a file."""
