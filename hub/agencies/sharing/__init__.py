"""What lets a family's yes to an agency count: its standing in a locality (S12, 2.63).

Sharing agreement   what leadership-team agencies of a locality signed: what for, what, until when
Party               an agency in one, from the day it was recorded until it leaves
Terms               what every other agency accepts, in the authority's words; new words ask again
Acceptance          an agency's acceptance of terms, for every locality
"""
