"""Where the tables are on a sheet: title rows, headers, the customers, what stands below and beside them."""
