"""From N dimensions to a map of two or three: a module a method, and the registry of them."""
