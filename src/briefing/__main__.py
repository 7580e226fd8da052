"""``python -m briefing``: the same as the console script."""

from __future__ import annotations

import sys

from briefing.cli import main

sys.exit(main())
