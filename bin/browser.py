"""Finds the chromium that browser tests drive; installs Debian's when it may."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEBIAN = Path("/usr/bin/chromium")


def find_chromium() -> Path | None:
    """VEDU_CHROMIUM, else Debian's, else Debian's freshly installed; None when there is none to be had."""
    given = os.environ.get("VEDU_CHROMIUM")
    if given:
        return Path(given) if Path(given).exists() else None
    if not DEBIAN.exists():
        subprocess.call([ROOT / "bin/apt_install", "chromium"])
    return DEBIAN if DEBIAN.exists() else None
