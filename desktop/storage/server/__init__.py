"""The workspace of a hub on its PostgreSQL server."""
