"""How the dates of a column are read, shown on its own cells."""

from __future__ import annotations

from steward.domain.attributes import ATTRIBUTES
from steward.exchange.raw_rows import CellColumn
from steward.workspace.lists.date_proofs import date_order_finding
from steward.workspace.lists.list_views import DateOrder, DateProof, Finding


def found(*cells: str) -> Finding:
    column = CellColumn.of(cells)
    return date_order_finding(ATTRIBUTES["birth_date"], "Tgl", column, range(2, 2 + len(cells)), 0)


def test_cells_that_decide_the_order_come_before_those_that_it_decides() -> None:
    finding = found("03/04/1980", "25/12/1981", "", "1982-05-06")
    assert finding.detail is DateOrder.DAY_FIRST
    assert finding.ambiguous_rows == 1
    assert finding.proofs == (
        DateProof(3, "25/12/1981", "1981-12-25", is_decisive=True),
        DateProof(2, "03/04/1980", "1980-04-03", is_decisive=False),
    )


def test_an_american_column_reads_its_ambiguous_cells_month_first() -> None:
    finding = found("03/04/1980", "12/25/1981")
    assert finding.detail is DateOrder.MONTH_FIRST
    assert finding.proofs[1].day == "1980-03-04"


def test_a_column_that_nothing_decides_shows_only_what_was_assumed() -> None:
    finding = found("03/04/1980", "03/04/1980", "05/06/1981", "07/07/1982")
    assert (finding.detail, finding.ambiguous_rows) == (DateOrder.DAY_FIRST, 3)
    assert [(proof.row, proof.is_decisive) for proof in finding.proofs] == [(2, False), (4, False)]


def test_dates_that_begin_with_the_year_need_no_proof() -> None:
    finding = found("1980-04-03", "17 Agustus 1985", "-")
    assert (finding.ambiguous_rows, finding.proofs) == (0, ())


def test_only_a_few_cells_are_shown() -> None:
    assert len(found(*(f"0{n}/04/1980" for n in range(1, 10))).proofs) == 3


def test_days_that_came_as_numbers_are_shown_as_they_are_read() -> None:
    finding = found("29221", "31275", "1985-08-17", "123")
    assert finding.counted_rows == 2
    assert [(proof.row, proof.day) for proof in finding.proofs] == [(2, "1980-01-01"), (3, "1985-08-16")]
