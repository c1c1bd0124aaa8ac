"""Who looked: pages for a family's lead and for the data protection officer.

They tell what was done in whichever package, so all sentences of the catalogue are loaded here.
"""

from hub.access import changes as _access  # noqa: F401
from hub.access.lookup import events as _lookup  # noqa: F401
from hub.agencies import changes as _agencies  # noqa: F401
from hub.consent import changes as _consent  # noqa: F401
from hub.families import changes as _families  # noqa: F401
from hub.intake import changes as _intake  # noqa: F401
from hub.papers import changes as _papers  # noqa: F401
from hub.papers import following as _following  # noqa: F401
from hub.papers import queries as _papers_read  # noqa: F401
from hub.plans import changes as _plans  # noqa: F401
