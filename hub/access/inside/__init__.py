"""Sight inside a family: what each of its members may see of its file (S4, S6).

Viewer   a member, with what decides whether they have a sight of their own
Row      a row of the file as the policy takes it: whose it is, what it hangs on, who it is for
Viewing  a practitioner looking at the file as somebody else sees it: "view as"
"""
