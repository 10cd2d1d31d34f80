"""The queue as a Qt list: what it asks for, and where clusters stand in it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from steward.ui.models.queue import QUEUE_ROW_ROLE, QueueModel
from steward.workspace.views import ClusterId
from tests.builders import make_queue_row

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language


def test_the_queue_asks_once_for_the_rows_on_screen(qtbot: QtBot) -> None:
    model = QueueModel()
    model.set_ids(ClusterId(number) for number in range(1, 301))
    with qtbot.waitSignal(model.rows_wanted) as asked:
        for row in range(5):
            assert model.index(row, 0).data(QUEUE_ROW_ROLE) is None
    assert len(asked.args[0]) == 64
    model.put_rows([make_queue_row(1), make_queue_row(2)])
    assert model.index(1, 0).data(QUEUE_ROW_ROLE).id == 2


def test_the_queue_model_keeps_qts_rules(qtmodeltester: ModelTester, language: Language) -> None:
    model = QueueModel()
    model.set_ids([ClusterId(1), ClusterId(2), ClusterId(3)])
    model.put_rows([make_queue_row(number) for number in (1, 2, 3)])
    qtmodeltester.check(model)
    model.move_to_end(ClusterId(1))
    model.remove(ClusterId(2))
    model.insert(0, ClusterId(9))
    assert list(model.ids) == [9, 3, 1]


def test_a_place_in_the_queue_is_right_wherever_was_looked_before() -> None:
    dice, model = random.Random(7), QueueModel()
    ids = [ClusterId(number) for number in range(1, 101)]
    model.set_ids(ids)
    for _ in range(300):
        one = dice.choice([*ids, ClusterId(999)])
        assert model.place_of(one) == (ids.index(one) if one in ids else -1)
        match dice.randrange(4):
            case 0 if one in ids and len(ids) > 30:
                model.remove(one)
                ids.remove(one)
            case 1 if one in ids:
                model.move_to_end(one)
                ids.append(ids.pop(ids.index(one)))
            case 2 if one not in ids:
                model.insert(40, one)
                ids.insert(min(40, len(ids)), one)
    model.set_ids(ids[:3])
    assert [model.place_of(one) for one in ids[:4]] == [0, 1, 2, -1]
