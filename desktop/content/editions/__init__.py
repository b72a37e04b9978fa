"""The content of an edition: the shipped files with those of installed packs over them."""
