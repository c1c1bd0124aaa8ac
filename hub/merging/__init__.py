"""Two files of one family: found alike, asked about, merged, and taken apart again.

Merge       that one file goes on and the other is closed: proposed, agreed, done, undone
AdultAsked  what one adult said to it, asked alone
NotSame     that two files are of different families, whatever they look like
"""
