"""Who decides where not simply somebody is asked: a carer; an adult whose capacity is in doubt."""
