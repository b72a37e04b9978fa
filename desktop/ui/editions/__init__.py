"""The editions of hubs that are installed: looked at, installed, updated and removed."""
