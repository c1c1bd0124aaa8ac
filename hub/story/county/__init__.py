"""The county: a million made-up people in 200,000 families, by bulk load, for measuring.

Custom   how a community names its people, with its own lists by generation
Portion  five hundred families, drawn from the seed and their number alone
Staff    the localities, agencies and practitioners, in ContactPoint's ratio
"""
