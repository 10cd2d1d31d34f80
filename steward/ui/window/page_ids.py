"""Which pages there are, and how they are reached."""

#: The pages on the rail.
RAIL_PAGES = ("home", "lists", "review", "customers", "reports", "history", "settings")
#: Pages behind a tab of another page -> the page that the rail marks for them.
INNER_PAGES = {
    "rules": "settings",
    "bands": "settings",
    "learning": "settings",
    "keys": "settings",
    "memory": "history",
    "locks": "history",
    "exports": "history",
    "alike": "review",
    "sprint": "review",
}
PAGE_IDS = (*RAIL_PAGES, *INNER_PAGES)
