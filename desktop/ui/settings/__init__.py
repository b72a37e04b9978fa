"""The settings of the workspace: who works here, and how its data are kept."""
