"""What a hub hands on: to the European network, to the public, to its region, and to its next edition."""
