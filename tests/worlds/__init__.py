"""Random worlds: what every page and the wall show, against an oracle of its own."""
