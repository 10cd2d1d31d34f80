"""Clusters that differ in writing only: one list to skim, one decision."""
