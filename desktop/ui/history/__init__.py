"""The history of a company on the screen: who changed what when, in words."""
