"""The parts that forms of settings are made of."""
