"""The few windows that ask before the work goes on."""
