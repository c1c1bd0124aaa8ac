"""The queue of jobs in the same database: queued in the transaction, worked by `bin/hub worker`.

Job       one call of a function, kept until it is done; takes ids and nothing else
Task      the function; every package has its own in `jobs.py`, where it is found by name
Periodic  a task with a time of its own, such as sealing the journal every five minutes
Worker    the process that works them, as the database's role worker
"""
