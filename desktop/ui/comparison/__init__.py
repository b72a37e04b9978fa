"""The page that compares two rounds."""
