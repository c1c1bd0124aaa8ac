"""Papers: how a yes was given, and the sheets that show it.

Paper       a file as it was put here, never changed: a signed agreement, or what goes with one
Signature   how one yes was signed: on screen, on paper, or said once more to stand
Strokes     a signature drawn by finger or mouse, as lines of points and not as a picture
Follow-up   a yes in force that nobody has signed yet, with the day it is to be signed by
"""
