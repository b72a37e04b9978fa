"""The list of all companies, where a desk has several."""
