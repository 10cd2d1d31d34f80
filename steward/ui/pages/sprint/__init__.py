"""The timed session: its start and its end; the review page is what lies between."""
