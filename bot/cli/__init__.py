"""The commands of `python -m bot`, one module each; knows how things are started."""
