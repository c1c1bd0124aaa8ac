"""About: what a family tells of itself on "About my family", in any order and over several days.

Part           one short page of questions, about one member or about the whole family
Answers        the row a part was saved in: what was said, when, and who wrote it down
Going on       what weighs on a family, from the authority's list; why a plan is started
Own            a page that starts with whose it is and who leads; who else knows it is their choice
Told on        the day it was said, when it was another than the day it was written down
Finished       that a page needs nothing more, whatever stands on it: nobody has to answer
Ethnicity      one of the answers of the standard question, with its codes for other systems
Asked alone    what an adult said with nobody else there; nowhere on the pages filled together (S15)
Unsent         what somebody typed and could not save, because they had been signed out (S27)
"""
