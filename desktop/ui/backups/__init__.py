"""Copies of the workspace: the card in the settings, and the page that brings back from one."""
