"""The pages of long lists, without Qt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from steward.ui.models.pages import PAGE_SIZE, Pages


@given(st.lists(st.integers(0, 3 * PAGE_SIZE), max_size=5))
def test_rows_stand_in_the_order_in_which_they_came(portions: list[int]) -> None:
    pages: Pages[int] = Pages(lambda _generation, _page: None)
    pages.fill([])
    for portion in portions:
        pages.extend(range(pages.count, pages.count + portion))
    everything = list(range(sum(portions)))
    assert [pages.at(row) for row in range(pages.count)] == everything
    assert sorted(pages.at_hand()) == list(enumerate(everything))


def test_of_many_pages_the_oldest_are_forgotten_and_asked_for_again() -> None:
    asked: list[int] = []
    pages: Pages[int] = Pages(lambda _generation, page: asked.append(page))
    pages.expect(1000 * PAGE_SIZE)
    for page in range(1000):
        assert pages.put(pages.generation, page, [page] * PAGE_SIZE) == (page * PAGE_SIZE, (page + 1) * PAGE_SIZE - 1)
    assert pages.at(999 * PAGE_SIZE) == 999
    assert pages.at(0) is None
    assert asked == [0]


def test_a_page_that_could_not_be_read_is_asked_for_again() -> None:
    asked: list[int] = []
    pages: Pages[int] = Pages(lambda _generation, page: asked.append(page))
    pages.expect(10)
    assert [pages.at(3), pages.at(4)] == [None, None]
    pages.forget_request(pages.generation, 0)
    assert pages.at(3) is None
    assert asked == [0, 0]


def test_outside_the_list_is_nothing_and_nothing_is_asked_for() -> None:
    asked: list[int] = []
    pages: Pages[int] = Pages(lambda _generation, page: asked.append(page))
    pages.expect(10)
    assert [pages.at(-1), pages.at(10)] == [None, None]
    assert asked == []
