"""The database: finds or starts PostgreSQL, makes its roles, builds the wall.

Cluster   one PostgreSQL data folder with its server; the hub starts one only for trying things out
Role      who a connection is: owner (migrations), web, worker, door, reports, backup
Wall      row-level security: a connection sees rows of families that were opened, and no others
Door      hub_door, the role that owns the few functions which look past the wall
"""
