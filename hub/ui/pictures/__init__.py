"""Pictures drawn from plain values: a family tree as a genogram, and who works with a family.

Genogram       a family tree by the conventions of social work, three generations or more
Descent        children of the same parents, and the line they hang from
Wire           a line that keeps clear of the symbols, in a track of its own between two rows
Ring           the outline round those who live together
Network map    the family in the middle, around it the agencies and their people
"""
