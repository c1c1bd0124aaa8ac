"""Who is probably the same person, and the same family. Takes plain values and knows no domain.

entry        one person as one group's file describes them; what is searched
group        people who belong together: a household, a family's file
description  what is known or typed of somebody: names, birth date, places, numbers
key          a value that two descriptions of one person probably share; entries are found by keys
weight       how much an agreement or a difference says, as a logarithm of odds to the base 2
"""
