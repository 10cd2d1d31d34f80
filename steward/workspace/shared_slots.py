"""Memory that two processes share: what one has for the other goes through it instead of through a pipe.

Through a pipe megabytes go piece by piece, each woken up for and copied several times, which takes longer than storing
what they hold. A pipe only says where something lies.
"""

from __future__ import annotations

import pickle
from multiprocessing.heap import BufferWrapper
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

#: Bytes of a slot: more than nearly all tasks and results have; what has more goes through the pipe.
_SLOT = 5 << 20


class _Lying(NamedTuple):
    """Says that something lies in a slot, and how many bytes it has."""

    slot: int
    size: int


class Slots(NamedTuple):
    """The slots of some memory by which two processes speak: so many of each, from this one on."""

    memory: BufferWrapper
    first: int
    each: int


def shared_slots(pairs: int, count: int) -> list[Slots]:
    """Memory for so many pairs of processes, and so many things that wait for either of each.

    An array of multiprocessing would be filled with zeros, all of which take memory; of this only what is used does.
    So it is in one piece: what there is room for is looked at when it is made, and who writes where none is left over
    is killed.
    """
    memory = BufferWrapper(pairs * 2 * count * _SLOT)
    return [Slots(memory, pair * 2 * count, count) for pair in range(pairs)]


class SharedSlots:
    """One end of a pipe between two processes and of the memory they share.

    Each may have as many things waiting for the other as there are slots: one that comes later takes the place of the
    first of them, which must have been received by then.
    """

    def __init__(self, connection: Connection, slots: Slots, *, is_first: bool) -> None:
        """``is_first``: one of the two ends, the other end is not."""
        memory, first, each = slots
        # Given up, it would be given to others.
        self._memory = memory
        self._connection = connection
        all_slots = np.frombuffer(memory.create_memoryview(), np.uint8).reshape(-1, _SLOT)
        ends = all_slots[first : first + each], all_slots[first + each : first + 2 * each]
        self._mine, self._others = ends if is_first else ends[::-1]
        self._sent = 0

    def send(self, thing: object) -> None:
        """Have the other receive this. Raises OSError when it is gone."""
        data = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
        if len(data) > _SLOT:
            self._connection.send_bytes(data)
            return
        slot = self._sent % len(self._mine)
        self._mine[slot, : len(data)] = np.frombuffer(data, np.uint8)
        self._connection.send(_Lying(slot, len(data)))
        self._sent += 1

    def receive(self) -> Any:
        """What the other sent next, through the slots or the pipe. Raises EOFError or OSError when it is gone."""
        thing = self._connection.recv()
        return pickle.loads(self._others[thing.slot, : thing.size].data) if isinstance(thing, _Lying) else thing

    def close(self) -> None:
        """There is nothing more for the other."""
        self._connection.close()
