"""A number that was ever given can be followed for ever, with dates, through merges and splits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from steward.cli.program import main
from steward.domain.errors import StewardError
from steward.domain.identity import format_cin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from steward.workspace import Workspace

    Ids = Callable[..., list[int]]


def test_a_retired_number_tells_when_and_who_holds_its_record_since_when(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-001", "V-1")
    retired = workspace.cin_of(b)
    merged = workspace.merge([a, b])
    story = workspace.cin_story(retired)
    assert story.given_at < merged.decided_at
    assert story.retired_at == merged.decided_at
    assert [(h.cin, h.since, h.record_count) for h in story.now] == [(workspace.cin_of(a), merged.decided_at, 1)]


def test_a_number_whose_records_were_split_up_lists_all_that_stand_for_it(workspace: Workspace, ids: Ids) -> None:
    a, b, c, d, e = ids("S-001", "V-1", "S-004", "p2", "S-003")
    workspace.merge([a, b], reason="one card")
    pair = workspace.cin_of(b)
    workspace.merge([c, d, e], reason="one card")
    workspace.merge([a, c], reason="one card")
    large = workspace.cin_of(a)
    assert workspace.resolve(pair) == [large]
    taken_out = workspace.take_out(b)
    assert workspace.resolve(pair) == sorted([large, workspace.cin_of(b)])
    since = {holder.cin: holder.since for holder in workspace.cin_story(pair).now}
    assert since[workspace.cin_of(b)] == taken_out.decided_at
    assert workspace.cin_story(large).retired_at is None
    assert [holder.cin for holder in workspace.cin_story(large).now] == workspace.resolve(pair)


def test_a_number_that_was_never_given_is_refused(workspace: Workspace) -> None:
    with pytest.raises(StewardError, match="never given"):
        workspace.cin_story("999999999")


def test_the_command_line_follows_a_number(
    workspace: Workspace, ids: Ids, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = ids("S-001", "V-1")
    retired = workspace.cin_of(b)
    workspace.merge([a, b])
    survivor = workspace.cin_of(a)
    workspace.close()
    assert main(["resolve", str(store), format_cin(retired)]) == 0
    said = capsys.readouterr().out
    assert "retired 2026-05-02" in said
    assert format_cin(survivor) in said
    assert main(["resolve", str(store), retired, "--json"]) == 0
    assert [holder["cin"] for holder in json.loads(capsys.readouterr().out)["now"]] == [survivor]
