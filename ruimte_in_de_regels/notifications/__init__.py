# SPDX-License-Identifier: EUPL-1.2
"""Who hears of what at this desk, one module per audience: each registers its notices when it is loaded."""

from . import followers, ministry, promises, publication, reporter, team, weighing

__all__ = ["followers", "ministry", "promises", "publication", "reporter", "team", "weighing"]
