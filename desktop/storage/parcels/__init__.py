"""A company with all that belongs to it as one plain value, read from and written to either database."""
