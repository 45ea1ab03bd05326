"""Counting: text in, frozen values out. Import the module you mean; none of them knows Qt."""
