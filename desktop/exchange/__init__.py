"""Files that come in and go out: other programs' forms, and what other desks send."""
