"""Plans: what a family and the people round it agreed to do.

Plan      one at a time for the whole family
Goal      what the family wants to change, in its own words
Action    one concrete step: one owner, one date
Service   an agency whose practitioners do something in the plan
Copy      the plan given away, to a service or a member who may have it
Closure   that a plan ended: why, what continues, whether there are child protection concerns
"""
