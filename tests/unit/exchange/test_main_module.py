"""Processes that do not begin with what the program began with."""

from __future__ import annotations

import sys
import threading

from steward.exchange.main_module import no_main_module


def test_main_module_is_there_again_after_two_threads_hid_it_at_once() -> None:
    main = sys.modules["__main__"]
    second_is_inside, first_is_out = threading.Event(), threading.Event()

    def hide() -> None:
        with no_main_module():
            second_is_inside.set()
            first_is_out.wait()

    thread = threading.Thread(target=hide)
    with no_main_module():
        thread.start()
        # It has to wait until the first one is out; the other way round nothing would be put back in order.
        assert not second_is_inside.wait(0.1)
    first_is_out.set()
    thread.join()
    assert second_is_inside.is_set()
    assert sys.modules["__main__"] is main
