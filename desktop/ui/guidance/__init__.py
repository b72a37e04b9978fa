"""Where to go with a plan, at its end."""
