"""What the window does on whatever page is shown: take back, export, match, save, search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.ui.pages.history.exports_page import ExportsPage
from tests.ui.driven_actions import trigger

if TYPE_CHECKING:
    from pathlib import Path

    from steward.ui.services import Services
    from steward.ui.window.main_window import MainWindow
    from steward.workspace import Workspace


def _merge_first_cluster(workspace: Workspace) -> None:
    workspace.approve(workspace.draft(workspace.queue("certainty")[0]), reason="seen")


def test_undo_takes_back_my_last_decision_and_the_toast_brings_it_again(
    open_window: MainWindow, workspace: Workspace
) -> None:
    before = workspace.fingerprint()
    _merge_first_cluster(workspace)
    merged = workspace.fingerprint()
    trigger(open_window, "app.undo")
    assert workspace.fingerprint() == before
    open_window.toast.button.click()
    assert workspace.fingerprint() == merged


def test_undo_twice_takes_back_two_decisions(open_window: MainWindow, workspace: Workspace) -> None:
    before = workspace.fingerprint()
    _merge_first_cluster(workspace)
    _merge_first_cluster(workspace)
    trigger(open_window, "app.undo")
    trigger(open_window, "app.undo")
    assert workspace.fingerprint() == before


def test_export_writes_the_file_and_offers_its_folder(open_window: MainWindow, tmp_path: Path) -> None:
    open_window.commands.export_to(tmp_path / "master.csv")
    assert (tmp_path / "master.csv").is_file()
    assert "master.csv" in open_window.toast.text
    assert open_window.toast.button.text() == "Open folder"


def test_an_export_stands_at_once_in_the_register_that_is_shown(open_window: MainWindow, tmp_path: Path) -> None:
    open_window.navigate("exports")
    page = open_window.current_page
    assert isinstance(page, ExportsPage)
    assert page.model.rowCount() == 0
    open_window.commands.export_to(tmp_path / "master.csv")
    assert page.model.rowCount() == 1


def test_a_master_of_an_earlier_day_and_one_customer_of_it_are_written_like_any_other(
    open_window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    open_window.navigate("exports")
    page = open_window.current_page
    assert isinstance(page, ExportsPage)
    cin = str(workspace.cin_of(next(iter(workspace.records())).id))
    day = workspace.customer(cin).since
    open_window.commands.export_to(tmp_path / "past.csv", day)
    open_window.commands.export_to(tmp_path / "one.csv", day, cin)
    assert page.model.rowCount() == 2
    one, past, *_ = workspace.exports()
    assert (past.file_name, one.file_name, one.customer_count) == ("past.csv", "one.csv", 1)


def test_matching_says_how_many_clusters_wait(open_window: MainWindow, workspace: Workspace) -> None:
    trigger(open_window, "app.match")
    assert str(len(workspace.queue())) in open_window.toast.text


def test_failing_export_is_told_and_the_window_goes_on(
    open_window: MainWindow, services: Services, tmp_path: Path
) -> None:
    open_window.commands.export_to(tmp_path / "no" / "such" / "folder" / "master.csv")
    assert services.problems.open_dialog is not None
    services.problems.open_dialog.accept()
    open_window.commands.export_to(tmp_path / "master.csv")
    assert (tmp_path / "master.csv").is_file()


def test_saved_key_only_says_what_is_saved(open_window: MainWindow, workspace: Workspace) -> None:
    before = workspace.fingerprint()
    trigger(open_window, "app.saved")
    assert "All saved" in open_window.toast.text
    assert workspace.fingerprint() == before


def test_search_key_leads_to_customers(open_window: MainWindow) -> None:
    trigger(open_window, "app.search")
    assert open_window.current_page.page_id == "customers"
