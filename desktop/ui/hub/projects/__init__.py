"""The room of projects: groups proposed, and projects of several companies."""
