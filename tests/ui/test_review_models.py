"""The parts of the review page that need no store: grid model, evidence bars, heights, texts, pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from steward.domain.pairs import Level
from steward.ui.delegates.compare_text import elide_spans
from steward.ui.models.compare import CELL_ROLE, CompareModel
from steward.ui.models.compare_table import CellKind, CompareTable
from steward.ui.models.compare_texts import value_text
from steward.ui.models.evidence_bars import Bar, ChartKind, bottleneck, charts_of, pixels_per_bit
from steward.ui.pages.review.cluster_pane import WhyMode, share_height
from steward.ui.pages.review.drafts import Drafts, carry_over
from steward.ui.pages.review.pace import NEEDED, Pace
from steward.ui.pages.review.texts import bar_label, bar_values, merge_text, share_text
from steward.workspace.views import CellState, ClusterId, Link
from tests.builders import make_cluster_view, make_evidence, make_explanation
from tests.ui.review_builders import make_draft, record_ids, same_rows

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from steward.ui.language import Language

ROLE = Qt.ItemDataRole


def link(first: int, second: int, weight: float) -> Link:
    """A link with one piece of evidence."""
    return Link(first, second, make_explanation(make_evidence("phone", weight)))


@pytest.mark.parametrize("count", [2, 8, 9, 40])
def test_the_grid_model_keeps_qts_rules(qtmodeltester: ModelTester, language: Language, count: int) -> None:
    model = CompareModel()
    model.set_table(CompareTable.of(make_draft(*same_rows(count, name="Sri Wahyuningsih"))))
    qtmodeltester.check(model)


def test_up_to_eight_members_are_columns_and_more_are_rows(language: Language) -> None:
    model = CompareModel()
    model.set_table(CompareTable.of(make_draft(*same_rows(8))))
    assert model.columnCount() == 2 + 8
    model.set_table(CompareTable.of(make_draft(*same_rows(9))))
    assert model.rowCount() == 9


@pytest.mark.parametrize("count", [4, 12])
def test_a_place_of_the_grid_knows_its_field_and_member(language: Language, count: int) -> None:
    model = CompareModel()
    draft = make_draft(*same_rows(count, name="Sri Wahyuningsih"))
    model.set_table(CompareTable.of(draft))
    index = model.index_of("name", count - 1)
    assert model.attribute_at(index) == "name"
    assert model.record_at(index) == record_ids(draft)[-1]
    assert index.data(CELL_ROLE).kind is CellKind.MEMBER


def test_a_cell_says_field_member_value_and_state_to_screen_readers(language: Language) -> None:
    model = CompareModel()
    model.set_table(CompareTable.of(make_draft(*same_rows(2, city="Medan"))))
    text = model.index_of("city", 1).data(ROLE.AccessibleTextRole)
    assert text == "City, 2 Call centre: Medan, conflict"


def test_conflicts_stand_first_and_equal_rows_are_folded(language: Language) -> None:
    rows = same_rows(2, city="Medan")
    for row in rows:
        row["email"] = "sri@example.com"
    model = CompareModel()
    model.set_table(CompareTable.of(make_draft(*rows)))
    assert model.fields[0] == "city"
    assert "email" not in model.fields
    model.set_shows_folded(shows_folded=True)
    assert "email" in model.fields


def test_rows_stay_in_place_while_members_go_in_and_out(language: Language) -> None:
    draft = make_draft(*same_rows(3, city="Medan", name="Budi Santoso"))
    model = CompareModel()
    model.set_table(CompareTable.of(draft))
    order = model.fields
    draft.toggle(record_ids(draft)[2])
    model.set_table(CompareTable.of(draft, model.table))
    assert model.fields == order


def test_members_that_the_cut_leaves_out_stand_last(language: Language) -> None:
    draft = make_draft(*same_rows(3), view=make_cluster_view(3, proposed_out=(2,)))
    table = CompareTable.of(draft)
    assert [member.number for member in table.members] == [1, 3, 2]
    assert table.cut_place() == 2
    assert table.member_cell("name", 2).cell.record_id == record_ids(draft)[1]  # type: ignore[union-attr]  # set above


def test_nothing_to_see_unfolds_everything(language: Language) -> None:
    rows = [{"email": "sri@example.com", "city": "Kota Bandung"}] * 2
    table = CompareTable.of(make_draft(*rows))
    assert set(table.visible(shows_folded=False)) == {"email", "city"}


def test_the_first_place_of_a_state_is_found(language: Language) -> None:
    table = CompareTable.of(make_draft(*same_rows(3, city="Medan"), view=make_cluster_view(3, proposed_out=())))
    assert table.first_place("city", CellState.CONFLICT) == 2
    assert table.first_place("city", CellState.MISSING) is None


@pytest.mark.parametrize(
    ("excluded", "text"),
    [
        ((), "Merge 1–4"),
        ((4,), "Merge 1–3, leave 4 out"),
        ((2,), "Merge 1, 3 and 4, leave 2 out"),
        ((1, 2, 3), "Nothing"),
    ],
)
def test_the_merge_button_says_the_outcome(language: Language, excluded: tuple[int, ...], text: str) -> None:
    draft = make_draft(*same_rows(4), view=make_cluster_view(4, proposed_out=()))
    for number in excluded:
        draft.exclude(record_ids(draft)[number - 1])
    assert merge_text(draft).startswith(text)


@pytest.mark.parametrize(("share", "text"), [(1.0, "> 99.9 %"), (0.61, "61 %"), (0.0, "< 0.1 %"), (0.995, "99.5 %")])
def test_evidence_is_never_said_to_prove(language: Language, share: float, text: str) -> None:
    assert share_text(share, language) == text


@pytest.mark.parametrize(
    ("attribute", "value", "text"),
    [
        ("birth_date", "1985-07-15", "15 Jul 1985"),
        ("phone", "+6281233445566", "+62 812-3344-5566"),
        ("phone", "+62215550101", "+62215550101"),
        ("consent", "refused", "Refused"),
        ("gender", "female", "Female"),
        ("customer_type", "person", "Person"),
        ("revenue", "48200000", "48,200,000"),
        ("segment", "gold A", "Gold A"),
        ("name", "Sri Wahyuni", "Sri Wahyuni"),
    ],
)
def test_standard_values_are_written_as_people_write_them(
    language: Language, attribute: str, value: str, text: str
) -> None:
    assert value_text(attribute, value) == text


@pytest.mark.parametrize(
    ("elided", "span", "expected"),
    [
        ("Sri Wah…", (0, 3), (0, 3)),
        ("Sri Wah…", (9, 11), (7, 8)),
        ("Sri…yuni", (8, 9), (5, 6)),
        ("Sri…yuni", (4, 5), (3, 4)),
    ],
)
def test_marks_follow_the_letters_into_elided_text(
    elided: str, span: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert elide_spans("Sri Wahyuni", elided, [span]) == (expected,)


def test_the_bottleneck_is_the_weakest_link_of_the_strongest_tree() -> None:
    weak, detour = link(1, 3, -4.0), link(2, 3, 5.0)
    assert bottleneck([link(1, 2, 9.0), weak, detour]) == detour


def test_charts_set_the_members_left_out_against_the_others() -> None:
    view = make_cluster_view(3, links=(link(1, 2, 9.0), link(1, 3, -2.0), link(2, 3, -7.0)))
    together, against = charts_of(view, (1, 2))
    assert (together.kind, together.link) == (ChartKind.TOGETHER, (1, 2))
    assert (against.kind, against.link, against.group) == (ChartKind.AGAINST, (2, 3), (3,))


def test_charts_share_one_scale() -> None:
    view = make_cluster_view(3, links=(link(1, 2, 9.0), link(2, 3, -11.0)))
    charts = charts_of(view, (1, 2))
    assert pixels_per_bit(charts, 220.0, 50.0) == pytest.approx(20.0)


@pytest.mark.parametrize(
    ("room", "mode", "expected"),
    [
        (700, WhyMode.SHARED, (300, 200)),
        (400, WhyMode.SHARED, (250, 150)),
        (280, WhyMode.SHARED, (240, 40)),
        (400, WhyMode.WHOLE, (200, 200)),
        (400, WhyMode.SENTENCE, (300, 40)),
    ],
)
def test_the_why_card_gives_way_before_the_grid(room: int, mode: WhyMode, expected: tuple[int, int]) -> None:
    assert share_height(room, (300, 250, 150), (200, 40), mode) == expected


def test_untouched_drafts_are_forgotten_before_touched_ones() -> None:
    drafts = Drafts()
    for number in range(1, 60):
        drafts.put(make_draft(*same_rows(2), cluster_id=number))
        if number == 1:
            drafts.touch(ClusterId(1))
    assert drafts.get(ClusterId(1)) is not None
    assert drafts.get(ClusterId(2)) is None
    assert drafts.get(ClusterId(59)) is not None


def test_work_is_carried_over_to_a_fresh_draft() -> None:
    old, new = make_draft(*same_rows(3)), make_draft(*same_rows(3))
    old.toggle(record_ids(old)[0])
    old.choose("name", record_ids(old)[1])
    old.choose_text("city", "Cimahi")
    assert carry_over(old, new) is False
    assert (new.included, new.choices) == (old.included, old.choices)


def test_the_pace_leaves_breaks_out() -> None:
    pace = Pace()
    moment = 0.0
    for gap in [10.0] * NEEDED + [4000.0]:
        pace.decided_at(moment)
        moment += gap
    pace.decided_at(moment)
    assert pace.seconds_for(6) == 60.0


def test_a_date_is_marked_where_it_differs_in_the_layout_of_the_member(language: Language) -> None:
    draft = make_draft(
        *[{"name": "Sri Wahyuni", "birth_date": day} for day in ("15-07-1985", "15-07-1985", "22-09-1988")]
    )
    row = next(row for row in draft.rows() if row.attribute == "birth_date")
    assert [row.cells[2].text[start:end] for start, end in row.cells[2].spans] == ["22", "9", "8"]


def test_a_phone_is_marked_by_its_digits_not_by_its_country_code(language: Language) -> None:
    draft = make_draft(
        *[{"name": "Sri", "phone": phone} for phone in ("0812-3344-5566", "0812-3344-5566", "081233445656")]
    )
    draft.exclude(draft.view.members[2].record_id)
    row = next(row for row in draft.rows() if row.attribute == "phone")
    assert row.golden is not None
    assert row.golden.value.startswith("+62")
    assert row.cells[2].spans
    assert all(start >= 8 for start, _ in row.cells[2].spans)


def test_another_phone_is_a_conflict_though_the_customer_keeps_both(language: Language) -> None:
    draft = make_draft({"name": "Sri", "phone": "0812-3344-5566"}, {"name": "Sri", "phone": "0857-9988-7711"})
    row = next(row for row in draft.rows() if row.attribute == "phone")
    assert len([value for value in draft.golden() if value.attribute == "phone"]) == 2
    assert sorted(cell.state for cell in row.cells) == [CellState.CONFLICT, CellState.STANDARD]
    assert row.state is CellState.CONFLICT


def test_what_is_known_before_comparing_is_told_by_which_way_it_speaks(language: Language) -> None:
    assert bar_values(Bar((), -9.0, is_veto=False)) == "how rare matches are in these lists"
    assert bar_values(Bar((), 3.0, is_veto=False)) == "one customer is commoner here than two so alike"


def test_equal_values_that_speak_against_say_why(language: Language) -> None:
    common = make_evidence("name", -6.3, level=Level.EXACT, left="Siti Aminah", right="Siti Aminah")
    view = make_cluster_view(2, links=(Link(1, 2, make_explanation(common, make_evidence("phone", 9.0))),))
    (chart,) = charts_of(view, (1, 2))
    name = next(bar for bar in chart.bars if bar.attributes == ("name",))
    assert bar_label(name) == "Name, common"
    assert bar_values(name) == "Siti Aminah  ·  equal, but many others have it"
    other = next(bar for bar in chart.bars if bar.attributes == ("phone",))
    assert bar_label(other) == "Phone"
