"""A whole workspace carried from a file to a server and back, and whether all of it arrived."""
