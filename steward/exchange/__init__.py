"""Data in and out: files of departments become raw tables, the master becomes files. Nothing here knows the store."""
