"""Whatever is handed to a public verb: it works, or says in one sentence why not and changes nothing."""

from __future__ import annotations

import inspect
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.domain.errors import StewardError
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LIST = """ID,Nama,No HP,Email,Tgl Lahir
1,Sri Wahyuni,0812-3344-5566,sri@contoh.id,15/07/1985
2,Hj. Sri Wahyuni,+62 812 3344 5566,sri@contoh.id,15/07/1985
3,Budi Santoso,0813-2211-4090,budi@contoh.id,02/10/1980
4,BUDI SANTOSO,0813 2211 4090,,02/10/1980
"""
#: They make or unmake stores; what they refuse is the store file's own tests' matter.
_OF_THE_FILE = frozenset({"create", "open", "close", "discard_if_empty", "restore", "back_up_file"})
VERBS = sorted(
    name
    for name, member in inspect.getmembers(Workspace, callable)
    if not name.startswith("_") and name not in _OF_THE_FILE
)
_JUNK: tuple[object, ...] = (
    *(None, "", "nonsense", "00000001", "\ud800", "a\0b", b"bytes", object(), 3.5, float("nan"), float("inf")),
    *(-1, 0, 1, 2**31, 2**70, -(2**70), True, False),
    *([], [[]], [None], [1, 1], [1, 99999], ["1"], [[1], [1]], {1}, {}, {"name": None}, {"colour": "red"}, {1: "x"}),
    *({"birth_date": "nonsense"}, range(3), "birth_date", "name", "2026-05-31", "household", "some.csv"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("junk")
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    before = Path.cwd()
    # Some junk is a path: what is written there is written here.
    os.chdir(folder)
    with Workspace.create(folder / "store.steward", steward="Ratna") as workspace:
        workspace.import_list(folder / "list.csv")
        workspace.match()
        workspace.set_semi_automatic(is_on=True)
        yield workspace
    os.chdir(before)


def _state(workspace: Workspace) -> tuple[object, ...]:
    return workspace.fingerprint(), workspace.history_count(), workspace.queue(), workspace.queue(state="decided")


@pytest.mark.parametrize("name", VERBS)
@settings(max_examples=10)
@given(data=st.data())
def test_junk_is_refused_in_one_sentence_or_taken_for_what_it_is(
    store: Workspace, name: str, data: st.DataObject
) -> None:
    verb = getattr(store, name)
    named: dict[str, object] = {}
    positional: list[object] = []
    # Who is erased is gone for the examples to come.
    real = {} if name == "erase" else _real(store)
    for parameter in inspect.signature(verb).parameters.values():
        value = data.draw(st.sampled_from((*_JUNK, *real.get(parameter.name, ()) * 4)), label=parameter.name)
        if parameter.kind is parameter.VAR_POSITIONAL:
            positional.append(value)
        else:
            named[parameter.name] = value
    before = _state(store)
    refusal = _refusal(verb, positional, named)
    if refusal is not None:
        assert refusal.strip()
        assert "\n" not in refusal
        assert _state(store) == before
    elif store.history_count() > before[1] and name != "reveal":
        # All but a look at masked numbers can be taken back.
        store.reverse(next(iter(store.decisions())).id)


def _refusal(verb: Callable[..., object], positional: list[object], named: dict[str, object]) -> str | None:
    """The sentence in which the arguments are refused, None when they are taken."""
    try:
        found = verb(*positional, **named)
        if inspect.isgenerator(found):
            list(found)
    except StewardError as refused:
        return str(refused)
    return None


def _real(store: Workspace) -> dict[str, tuple[object, ...]]:
    """Things of the store by the parameter's name, so that the other arguments are looked at, too."""
    records = [record.id for record in store.records()]
    clusters = store.queue(state="all")
    return {
        "cin": tuple(store.customers()),
        "record_id": tuple(records),
        "other_id": tuple(records),
        "record_ids": (records[:2], [*records, *records]),
        "other_ids": (records[1:],),
        "groups": ([records[:1], records[1:2]], [records, records]),
        "cluster_id": tuple(clusters),
        "cluster_ids": (clusters,),
        "attribute": ("name", "birth_date", "phone", "consent"),
        "path": ("out.xlsx", "out.csv"),
    }
