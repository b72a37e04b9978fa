"""The form about the company."""
