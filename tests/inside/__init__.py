"""Sight inside a family: what each member may see, and looking as they do."""
