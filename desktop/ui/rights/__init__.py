"""The rights of those the data are about: what is held, a copy of it, how long it is kept, and deletion."""
