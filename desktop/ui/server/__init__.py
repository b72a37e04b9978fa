"""A workspace on a server: the way in, the card of the settings, and the line above the page."""
