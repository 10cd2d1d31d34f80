"""What two processes have for each other arrives whole and in its order, wherever it went through."""

from __future__ import annotations

import multiprocessing
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.workspace import shared_slots as module
from steward.workspace.shared_slots import SharedSlots, shared_slots

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOTS = 3
#: Some fit into a slot of 64 bytes, others do not.
THINGS = st.one_of(st.none(), st.integers(), st.binary(max_size=120), st.text(max_size=60))


@contextmanager
def two_ends() -> Iterator[tuple[SharedSlots, SharedSlots]]:
    one, other = multiprocessing.get_context("spawn").Pipe()
    with pytest.MonkeyPatch.context() as patch, one, other:
        patch.setattr(module, "_SLOT", 64)
        (memory,) = shared_slots(1, SLOTS)
        yield SharedSlots(one, memory, is_first=True), SharedSlots(other, memory, is_first=False)


@settings(max_examples=50)
@given(st.lists(THINGS, max_size=SLOTS), st.lists(THINGS, max_size=SLOTS))
def test_as_many_as_there_are_slots_may_wait_at_both_ends(there: list[object], back: list[object]) -> None:
    with two_ends() as (one, other):
        for _ in range(3):
            for thing in there:
                one.send(thing)
            for thing in back:
                other.send(thing)
            assert [other.receive() for _ in there] == there
            assert [one.receive() for _ in back] == back


def test_what_no_slot_holds_goes_as_it_is_received() -> None:
    large = b"x" * 10_000_000
    with two_ends() as (one, other):
        sender = threading.Thread(target=one.send, args=(large,))
        sender.start()
        assert other.receive() == large
        sender.join()


def test_what_was_sent_before_the_other_was_gone_is_received() -> None:
    with two_ends() as (one, other):
        one.send("the last")
        one.close()
        assert other.receive() == "the last"
        with pytest.raises(EOFError):
            other.receive()
        with pytest.raises(BrokenPipeError):
            other.send("too late")


def test_pairs_with_memory_in_one_piece_do_not_write_over_each_other() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_SLOT", 64)
        pairs = [(multiprocessing.Pipe(), slots) for slots in shared_slots(2, SLOTS)]
        ends = [
            (SharedSlots(one, slots, is_first=True), SharedSlots(other, slots, is_first=False))
            for (one, other), slots in pairs
        ]
        things = [(end, f"{pair} {place}") for pair, both in enumerate(ends) for place, end in enumerate(both)]
        for _ in range(SLOTS):
            for end, thing in things:
                end.send(thing)
        assert [end.receive() for both in ends for end in both] == ["0 1", "0 0", "1 1", "1 0"]
        for both in ends:
            for end in both:
                end.close()
