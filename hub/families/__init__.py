"""Families: who belongs to one, and what its file says of them.

Family         people who regard themselves as one; found by a reference, never by a serial
Reference      the family's FH-… number: a dated row, so that a new one can replace it (S3)
Person         somebody's identity and nothing else: names, birth date (S2)
Membership     a person in a family, from a day until a day; a person may be in two families
Relationship   who one member is to another, as this family says it
Responsibility  who holds parental responsibility for a child, with its source (S9)
Household      which members live together at one address, with dates
Address        where a household is; a place, so it can be kept from people (S3)
Contact        a way to reach a member; unused until somebody asked alone whether it is safe (S15)
"""
