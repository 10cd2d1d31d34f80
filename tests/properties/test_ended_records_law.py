"""A record that ended is nobody's customer: what is decided about the others comes out as if it still counted alone."""

from __future__ import annotations

import itertools
import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from steward.domain.source_settings import MissingPolicy, SourceSettings
from steward.storage.customers import stored_identity
from steward.workspace import Workspace

if TYPE_CHECKING:
    from steward.domain.identity import Identity

_ROWS = [f"{number},Orang {number},0812{number:07},Bandung" for number in range(1, 10)]
_VERBS = ("merge", "merge", "not_same", "related", "split", "take_out", "arrange", "override", "lock", "reverse")


@settings(max_examples=6)
@given(
    seed=st.integers(0, 2**32),
    verbs=st.lists(st.sampled_from(_VERBS), min_size=8, max_size=16),
    is_tied=st.booleans(),
)
def test_acts_come_out_the_same_beside_a_record_that_ended(seed: int, verbs: list[str], is_tied: bool) -> None:
    """``is_tied``: an act in force names the ended record with the others, so that all that follows is replayed."""
    with tempfile.TemporaryDirectory() as folder:
        counting = _store(Path(folder) / "counting.steward", MissingPolicy.KEEP, is_tied=is_tied)
        ended = _store(Path(folder) / "ended.steward", MissingPolicy.END, is_tied=is_tied)
        with counting, ended:
            assert (len(list(counting.customers())), len(list(ended.customers()))) == (9, 8)
            for number, verb in enumerate(verbs):
                for store in (counting, ended):
                    _act(store, verb, random.Random(seed + number))
                assert _identity(counting) == _identity(ended)
            ended.rebuild()
            assert _identity(counting) == _identity(ended)


def _store(path: Path, missing: MissingPolicy, *, is_tied: bool) -> Workspace:
    """Nine records, of which the last one is missing in the second delivery."""
    store = Workspace.create(path, steward="Ratna")
    rows = path.with_suffix(".csv")
    rows.write_text("\n".join(["ID,Nama,HP,Kota", *_ROWS, ""]), encoding="utf-8")
    store.import_list(rows, source="Sales", mode="full")
    store.set_source_settings("Sales", SourceSettings(missing=missing))
    if is_tied:
        *others, last = _records(store, 9)
        store.not_same(last, others)
    rows.write_text("\n".join(["ID,Nama,HP,Kota", *_ROWS[:-1], ""]), encoding="utf-8")
    store.import_list(rows, source="Sales", mode="full")
    return store


def _records(store: Workspace, count: int) -> list[int]:
    return [store.record("Sales", str(number)).id for number in range(1, count + 1)]


def _act(store: Workspace, verb: str, drawn: random.Random) -> None:
    """Do something to the first eight records, the same in every store that is in the same state."""
    one, other, *more = drawn.sample(_records(store, 8), 4)
    cin = store.cin_of(one)
    members = sorted(store.members(cin))
    if verb == "merge":
        store.merge([one, other], reason="as drawn")
    elif verb == "not_same":
        store.not_same(one, [other, *more])
    elif verb == "related":
        store.related(one, other, "household")
    elif verb == "arrange":
        store.arrange([[one, other], more], reason="as drawn")
    elif verb == "override":
        store.override(cin, "name", "Siti")
    elif verb == "lock":
        store.lock(cin, "name")
    elif verb == "reverse":
        # What came before the second delivery stays: it may be what ties the ended record to the others.
        later = [d.id for d in itertools.takewhile(lambda d: d.act.delivery_id is None, store.decisions())]
        later = [number for number in later if number not in {d.act.reverses for d in store.decisions()}]
        if later:
            store.reverse(drawn.choice(later))
    elif len(members) > 1:
        store.take_out(one) if verb == "take_out" else store.split(cin, [[one]])


def _identity(store: Workspace) -> Identity:
    """Members, numbers, values that stewards set and pairs that are apart, of the first eight records."""
    eight = set(_records(store, 8))
    with store._context.database.read() as session:
        return stored_identity.load_identity(session, eight)
