"""What stands beside an answer on the page that asks: note, how sure it is, files and photos."""
