"""Keep the translations in step with the source: `update` rewrites the .ts files, `compile` makes the .qm files.

python .ci/translations.py update       after a text in steward/ was added or changed
python .ci/translations.py compile      before the program is run; an unfinished text stays English
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"

#: Catalogues of the program's own texts. English only needs the forms of its plurals.
CATALOGUES = {"steward_id.ts": [], "steward_en.ts": ["-pluralonly"]}


def main() -> int:
    """Run the verb named on the command line; the exit status is the tool's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=["update", "compile"])
    parser.add_argument("--directory", type=Path, default=TRANSLATIONS, help="where the .ts files are")
    arguments = parser.parse_args()
    verb = update if arguments.verb == "update" else compile_all
    return verb(arguments.directory)


def update(directory: Path) -> int:
    """Bring every catalogue of our own texts up to date with the source."""
    sources = [str(path) for path in translatable_sources()]
    for name, options in CATALOGUES.items():
        # Without locations, a line that moved is not a change of the catalogue.
        command = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en", *options]
        status = run_tool("pyside6-lupdate", *sources, *command, "-ts", str(directory / name))
        if status:
            return status
    return 0


def compile_all(directory: Path) -> int:
    """Make a .qm beside every .ts."""
    catalogues = sorted(str(path) for path in directory.glob("*.ts"))
    if not catalogues:
        return 0
    return run_tool("pyside6-lrelease", "-silent", *catalogues)


def translatable_sources() -> list[Path]:
    """The modules that hold texts for the screen."""
    package = ROOT / "steward"
    return [*sorted(package.glob("*.py")), *sorted((package / "ui").rglob("*.py"))]


def run_tool(name: str, *arguments: str) -> int:
    """Run a tool of PySide6 that was installed beside this Python."""
    tool = Path(sysconfig.get_path("scripts")) / (name + (".exe" if sys.platform == "win32" else ""))
    return subprocess.run([tool, *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
