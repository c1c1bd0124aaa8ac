"""Asking to join the team of a family that a look-up told of, with a parent's yes (2.6, S20).

JoinQuestion  who asks, who in the family said yes to it, when and how; for who leads the family
Asked         one's own question, as one sees it: that it waits, was accepted, or is answered by
              a call; nothing of the family
"""
