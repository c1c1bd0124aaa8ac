"""The door: the only way to a family's file, and everything that decides who may go through.

Door          opens a file for an actor and writes down that it did; refuses, and writes that down
Sight         the level an actor has, why, and what is held back from them
Lead          the lead professional: one at a time; "starting" until the first TAF meeting
Involvement   a practitioner's own recorded working relationship, or their place in the team
Signpost      a lead is in place and how to reach them: all that an agreed agency's staff see (S1)
"""
