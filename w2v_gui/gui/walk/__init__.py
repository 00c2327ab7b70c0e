"""The walk through one step as data: one description for each output layer, shown by one page."""
