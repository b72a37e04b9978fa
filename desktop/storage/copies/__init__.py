"""Copies of the workspace: made while it is open, kept in turn, looked into, and put back."""
