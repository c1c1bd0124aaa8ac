"""The search tried on people from a file, in a database that goes away: `bin/hub match`."""
