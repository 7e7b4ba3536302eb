"""Use cases: what members and time ask for, joined from rules and ports; no Discord, no SQL."""
