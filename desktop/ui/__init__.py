"""The window: thin Qt pages over the workspace."""
