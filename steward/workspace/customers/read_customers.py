"""The customers of an open store, as they are and as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.errors import DecisionError, StewardError
from steward.domain.records import RecordId
from steward.storage.customers import crosswalk, golden
from steward.storage.customers.past_customers import count_at
from steward.workspace.customers import customer_search
from steward.workspace.customers.cin_story import cin_story
from steward.workspace.decisions import look_back
from steward.workspace.decisions.earlier_times import entry_at
from steward.workspace.open_store import OpenStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steward.domain.identity import Cin
    from steward.domain.survivorship import GoldenValue
    from steward.workspace.customers.customer_views import CinStory, CustomerView, SearchHit
    from steward.workspace.decisions.earlier_times import AsOf
    from steward.workspace.views import SimilarRecord


class ReadCustomers(OpenStore):
    """What there is to be known of customers."""

    def cin_of(self, record_id: int) -> Cin:
        """The CIN a record belongs to now."""
        with self._read() as session:
            found = crosswalk.cins_of(session, [RecordId(record_id)])
        if not found:
            raise StewardError(f"There is no record {record_id} (any more).", code="no_record")
        return found[RecordId(record_id)]

    def golden(self, cin: str, as_of: AsOf | None = None) -> list[GoldenValue]:
        """Golden values with origin, rule and runner-up: as they are now, or as they were at an earlier time.

        ``as_of``: a decision's number, or a day or moment (UTC). Empty when the CIN was not in use.
        """
        with self._as_of(as_of, cin) as session:
            return customer_search.ordered_values(golden.golden_values(session, cin))

    def resolve(self, cin: str) -> list[Cin]:
        """The CINs in use that stand for this one today, for ever."""
        with self._read() as session:
            return customer_search.resolve(session, cin)

    def cin_story(self, cin: str) -> CinStory:
        """When a CIN was given and retired, and which CINs hold its records now, since when; for ever."""
        with self._read() as session:
            return cin_story(session, cin)

    def customers(self) -> Iterator[Cin]:
        """Every CIN in use, oldest first."""
        with self._read() as session:
            yield from golden.active_cins(session)

    def members(self, cin: str) -> list[RecordId]:
        """The records of a customer."""
        return sorted(self._members(cin))

    def customer(self, cin: str, as_of: AsOf | None = None) -> CustomerView:
        """Everything that is known of a customer, or was at an earlier time (see ``golden``)."""
        with self._as_of(as_of, cin) as session:
            return customer_search.load_customer(session, cin)

    def customer_count(self, as_of: AsOf | None = None) -> int:
        """How many customers there are, or were at an earlier time (see ``golden``)."""
        with self._read() as session:
            if as_of is not None:
                return count_at(session, entry_at(session, as_of))
            return golden.count_customers(session)

    def customers_page(self, offset: int, limit: int, as_of: AsOf | None = None) -> list[SearchHit]:
        """Customers by name, a page at a time; those of an earlier time (see ``golden``) by CIN."""
        if as_of is not None:
            with self._context.database.trial() as session:
                return look_back.list_past(session, entry_at(session, as_of), offset, limit)
        with self._read() as session:
            return customer_search.hits(session, golden.page_of_customers(session, offset, limit))

    def search(self, text: str, limit: int = 50, as_of: AsOf | None = None) -> list[SearchHit]:
        """Customers by any part of any value, key or CIN (retired ones too).

        ``as_of``: those that there were at an earlier time (see ``golden``), found by CIN or by what lists say now.
        """
        if as_of is not None:
            with self._context.database.trial() as session:
                return look_back.search_past(session, text, limit, entry_at(session, as_of))
        with self._read() as session:
            return customer_search.search_customers(session, text, limit)

    def search_records(self, text: str, limit: int = 20) -> list[SimilarRecord]:
        """Source records by any part of any value."""
        with self._read() as session:
            return customer_search.search_records(session, text, limit)

    def _members(self, cin: str) -> set[RecordId]:
        with self._read() as session:
            found = crosswalk.members_of(session, [cin])
            if not found:
                current = customer_search.resolve(session, cin) or [customer_search.require_active(session, cin)]
                raise DecisionError(f"CIN {cin} is retired; it is {', '.join(current)} now.", code="retired_cin")
        return next(iter(found.values()))
