"""The sample lists as a store: for a first look, for machines without a display, and for the self-test."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from steward.domain.errors import StewardError
from steward.domain.pairs import Strength
from steward.resources import sample_lists

if TYPE_CHECKING:
    from steward.domain.progress import Progress
    from steward.workspace import Workspace

STORE_NAME = "sample.steward"


def make_store(path: Path, progress: Progress, steward: str | None = None) -> None:
    """A store with all sample lists loaded and matched, or none at all."""
    from steward.workspace import Workspace

    # Made aside and put in its place whole: whoever stops half-way leaves nothing that the next demo would take for it.
    try:
        folder = tempfile.TemporaryDirectory(prefix=".making-", dir=path.parent)
    except OSError as err:
        raise StewardError(
            f"The folder {path.parent} can't be written to ({err.strerror}); choose another one with --dir.",
            code="no_folder",
        ) from err
    with folder as aside:
        made = Path(aside) / path.name
        with Workspace.create(made, steward=steward) as workspace:
            for sample in sample_lists():
                workspace.import_list(sample, progress=progress)
            workspace.match(progress)
        made.replace(path)


def run_demo(folder: Path, progress: Progress) -> int:
    """Make the store (or take the one that is there) and open the window; without a display do the job headless."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise StewardError(
            f"The folder {folder} can't be made ({err.strerror}); choose another one with --dir.", code="no_folder"
        ) from err
    store = folder / STORE_NAME
    if not store.exists():
        print(f"Making {store} from the sample lists ...")
        make_store(store, progress)
    if has_display():
        from steward.app import run_window

        return run_window(store)
    return _run_headless(store, folder, progress)


def has_display() -> bool:
    """Whether a window can be seen: always on Windows and macOS, with an X or Wayland server elsewhere."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run_headless(store: Path, folder: Path, progress: Progress) -> int:
    """What a steward would do in the window, and what one would see there."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from steward.app import render_pages
    from steward.workspace import Workspace

    with Workspace.open(store, steward="Demo") as workspace:
        merged = merge_almost_certain(workspace)
        report = workspace.export(folder / "unified-master.xlsx", progress=progress)
        waiting = len(workspace.queue())
    pictures = render_pages(store, folder / "pictures", languages=("en", "id"), sizes=((1366, 768),))
    print("There is no display, so the job was done without a window:")
    print(f"  {merged} almost certain clusters merged, {waiting} left for a steward")
    print(f"  {report.records} records are {report.customers} customers: {report.path}")
    print(f"  {len(pictures)} pictures of the pages: {folder / 'pictures'}")
    print(f"  the store: {store}")
    return 0


def merge_almost_certain(workspace: Workspace) -> int:
    """Approve the clusters that are almost certain and against which nothing speaks; returns how many."""
    merged = 0
    for cluster_id in workspace.queue("certainty", strength=Strength.ALMOST_CERTAIN):
        draft = workspace.draft(cluster_id)
        if draft.can_merge and not draft.vetoes:
            workspace.approve(draft)
            merged += 1
    return merged


def run_self_test() -> int:
    """Create, import, match, merge, undo, export, show and quit, on the sample lists in a folder of its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from steward.app import render_pages
    from steward.domain.progress import NO_PROGRESS
    from steward.workspace import Workspace

    with tempfile.TemporaryDirectory(prefix="steward-self-test-") as name:
        folder = Path(name)
        store = folder / STORE_NAME
        make_store(store, NO_PROGRESS, steward="Self-test")
        print("created, imported, matched")
        with Workspace.open(store, steward="Self-test") as workspace:
            before = workspace.fingerprint()
            cluster_id = workspace.queue("certainty")[0]
            decision = workspace.approve(workspace.draft(cluster_id), reason="self-test")
            _expect(workspace.fingerprint() != before, "a merge changed nothing")
            workspace.reverse(decision.id)
            _expect(workspace.fingerprint() == before, "undoing the merge did not bring the state back")
            print("merged, undone")
            report = workspace.export(folder / "unified-master.xlsx")
            _expect(report.records == workspace.summary().record_count, "the export lost records")
            _expect(not workspace.verify(), "the store is not sound")
            print("exported, verified")
        pictures = render_pages(store, folder / "pictures", themes=("light",), languages=("id",), sizes=((1366, 768),))
        _expect(all(picture.stat().st_size > 10_000 for picture in pictures), "a page stayed empty")
        print(f"{len(pictures)} pages shown; self-test passed")
    return 0


def _expect(is_true: bool, complaint: str) -> None:
    if not is_true:
        raise StewardError(f"The self-test failed: {complaint}.", code="self_test")
