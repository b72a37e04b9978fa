"""Several desks on one server, as the window shows it: who else is there, what is new, what clashed."""
