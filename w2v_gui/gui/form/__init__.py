"""The parts that the form of the settings is made of."""
