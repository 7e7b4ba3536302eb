"""Convene without Discord's face: rules, use cases, storage, and the parts that run them."""
