"""Plans of many companies, written into a folder."""
