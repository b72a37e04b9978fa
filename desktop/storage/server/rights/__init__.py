"""Who may see and change what on a server: roles, row-level security, people, and whether it all holds."""
