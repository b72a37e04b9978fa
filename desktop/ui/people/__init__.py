"""Those who answer for themselves: who they are, and the computer handed to one after the other."""
