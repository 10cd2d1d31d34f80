"""The sentences of expected failures."""

from __future__ import annotations

import pytest

from steward.domain.errors import StewardError


@pytest.mark.parametrize(
    ("echoed", "told"),
    [
        ("000413267", "000413267"),
        ("7" * 2_000_000, "7" * 40 + "…"),
        (f"/media/{'folder/' * 60}sales.csv", f"/media/{'folder/' * 60}sales.csv"),
    ],
)
def test_a_sentence_tells_what_is_far_too_long_by_its_beginning(echoed: str, told: str) -> None:
    assert str(StewardError(f"CIN {echoed} was never given; check the number.")) == (
        f"CIN {told} was never given; check the number."
    )


def test_a_long_text_of_many_words_leaves_the_beginning_and_the_end_of_a_sentence() -> None:
    sentence = str(StewardError(f'"{"on and " * 100_000}" is no date; write it as 2026-05-31.'))
    assert len(sentence) < 1100
    assert sentence.startswith('"on and on and')
    assert sentence.endswith("is no date; write it as 2026-05-31.")
