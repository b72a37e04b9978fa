"""Event mode: the whole window is a stand where one visitor after the other answers."""
