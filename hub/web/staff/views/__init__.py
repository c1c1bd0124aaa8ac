"""View as: a family's pages exactly as one of its members, or a practitioner, sees them.

Each page is the page itself, drawn with the file opened as that person; what acts is taken away.
"""
