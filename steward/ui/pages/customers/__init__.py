"""The page Customers: search, and everything known of one customer."""

from steward.ui.pages.customers.page import CustomersPage

__all__ = ["CustomersPage"]
