"""How the dates and numbers of a column are read, shown on its own cells."""

from __future__ import annotations

from steward.domain.attributes import ATTRIBUTES, OwnKind, attribute_of, own_name
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.tables import RawTable
from steward.workspace.lists.list_views import CellProof, DateOrder, DecimalSign, Finding
from steward.workspace.lists.reading_proofs import date_order_finding, decimal_sign_finding


def table(*cells: str, counts_from_1904: bool = False) -> RawTable:
    rows = RawRows.of(RawRow(number, (cell,)) for number, cell in enumerate(cells, start=2))
    return RawTable("list.xlsx", "", 1, ("Isi",), rows, counts_from_1904=counts_from_1904)


def found(*cells: str) -> Finding:
    return date_order_finding(ATTRIBUTES["birth_date"], "Isi", table(*cells), 0)


def sign(*cells: str) -> Finding | None:
    return decimal_sign_finding(attribute_of(own_name(OwnKind.MONEY, "Saldo")), "Isi", table(*cells))


def test_cells_that_decide_the_order_come_before_those_that_it_decides() -> None:
    finding = found("03/04/1980", "25/12/1981", "", "1982-05-06")
    assert finding.detail is DateOrder.DAY_FIRST
    assert finding.ambiguous_rows == 1
    assert finding.proofs == (
        CellProof(3, "25/12/1981", "1981-12-25", is_decisive=True),
        CellProof(2, "03/04/1980", "1980-04-03", is_decisive=False),
    )


def test_an_american_column_reads_its_ambiguous_cells_month_first() -> None:
    finding = found("03/04/1980", "12/25/1981")
    assert finding.detail is DateOrder.MONTH_FIRST
    assert finding.proofs[1].value == "1980-03-04"


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
    assert [(proof.row, proof.value) for proof in finding.proofs] == [(2, "1980-01-01"), (3, "1985-08-16")]


def test_numbers_of_days_in_a_workbook_that_counts_from_1904_are_shown_as_its_own_days() -> None:
    cells = table("27759", "29814", "1985-08-17", counts_from_1904=True)
    finding = date_order_finding(ATTRIBUTES["birth_date"], "Isi", cells, 0)
    assert (finding.counted_rows, finding.counts_from_1904) == (2, True)
    assert [proof.value for proof in finding.proofs] == ["1980-01-01", "1985-08-17"]


def test_a_decimal_comma_is_shown_on_the_cells_that_decide_it_and_on_those_that_it_decides() -> None:
    finding = sign("1.250", "12,5", "", "300", "7.500")
    assert finding is not None
    assert (finding.detail, finding.ambiguous_rows) == (DecimalSign.COMMA, 2)
    assert finding.proofs == (
        CellProof(3, "12,5", "12.5", is_decisive=True),
        CellProof(2, "1.250", "1250", is_decisive=False),
        CellProof(6, "7.500", "7500", is_decisive=False),
    )


def test_a_decimal_point_makes_a_fraction_of_three_digits_behind_it() -> None:
    finding = sign("1.250", "12.5")
    assert finding is not None
    assert finding.detail is DecimalSign.POINT
    assert [proof.value for proof in finding.proofs] == ["12.5", "1.25"]


def test_where_no_number_shows_the_decimal_sign_thousands_are_assumed_and_shown() -> None:
    finding = sign("1.250", "1,300")
    assert finding is not None
    assert (finding.detail, finding.ambiguous_rows) == (DecimalSign.NONE, 2)
    assert [(proof.value, proof.is_decisive) for proof in finding.proofs] == [("1250", False), ("1300", False)]


def test_numbers_that_read_the_same_either_way_need_no_proof() -> None:
    assert sign("12,5", "1.250.000", "300", "", "7,25") is None


def test_thousands_in_groups_without_any_fraction_need_no_proof() -> None:
    assert sign("Rp 1.250.000", "83.500", "-125.000", "Rp0", "") is None
    assert sign("83.500", "125.000", "-7.200") is None
    assert sign("1.253", "0.517", "2.488") is not None
    assert sign("1.250.000", "83.500", "1250,75") is not None
