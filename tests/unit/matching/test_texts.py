"""Texts that are held packed."""

from __future__ import annotations

import numpy as np
import pytest

from steward.matching.texts import packed_texts


@pytest.mark.parametrize(
    "texts", [[], [""], ["Ani", "", "O\u2019Neil", "a\x1fb", "ends\x00", "Đặng", "王" * 40, "x" * 300]]
)
@pytest.mark.parametrize("many", [0, 1000])
def test_packed_texts_are_given_back_letter_by_letter(
    texts: list[str], many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("steward.matching.texts._MANY", many)
    packed = packed_texts(texts)

    assert packed.tolist() == texts
    assert [str(packed[place]) for place in range(len(texts))] == texts
    assert packed[np.arange(len(texts))[::-1]].tolist() == texts[::-1]
