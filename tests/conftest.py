"""What holds for every test, wherever it lies."""

from hypothesis import settings

# How long a case takes says how busy the machine is, and no more; each test may still draw fewer.
settings.register_profile("convene", deadline=None)
settings.load_profile("convene")
