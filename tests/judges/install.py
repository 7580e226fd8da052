"""Installs the foreign judges that are not there: Debian's packages, and veraPDF by Maven.

    python -m tests.judges.install

Where packages cannot be installed it says in plain words which are missing, and ends with 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.judges.tools import JARS, JAVA, MAVEN, POM, TOOLS, VERAPDF, absence


def packages() -> list[str]:
    """The packages of the programs that are not there."""
    return sorted({each.package for each in TOOLS if not each.is_there()})


def install(names: list[str]) -> None:
    """Debian's packages, by whoever may install them."""
    apt = shutil.which("apt-get")
    if not names or apt is None or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([apt, "-qq", "update"], check=False, env=quiet)
    chosen = [apt, "-qq", "install", "--yes", "--no-install-recommends", *names]
    subprocess.run(chosen, check=False, env=quiet, stdout=subprocess.DEVNULL)


def fetch() -> None:
    """The version of veraPDF that the pom names, beside no other."""
    maven = shutil.which(MAVEN.command)
    path = VERAPDF.path()
    if maven is None or (path and path.stat().st_mtime >= POM.stat().st_mtime):
        return
    shutil.rmtree(JARS, ignore_errors=True)
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={JARS}", "-DexcludeTransitive=true"]
    subprocess.run([maven, "--quiet", "--batch-mode", "-f", str(POM), *goal], check=False)
    path = VERAPDF.path()
    if path:
        path.touch()


def main() -> int:
    """Install what is missing; tell what still is."""
    install(packages())
    missing = packages()
    if missing:
        print(f"These packages are missing, please install them: {' '.join(missing)}")
    fetch()
    words = absence((JAVA, VERAPDF))
    if words:
        print(f"veraPDF cannot judge, since Maven could not bring it or Java is missing: {words}")
    return 1 if missing or words else 0


if __name__ == "__main__":
    sys.exit(main())
