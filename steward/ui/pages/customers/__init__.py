"""The page Customers: search, and everything known of one customer."""
