"""The lesson of the Inside page as data: stations, each with something to do and a check of what was done."""
