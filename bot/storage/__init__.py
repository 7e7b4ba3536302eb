"""The only SQL: one SQLite file that holds the truth; knows no rule of meetings and no Discord."""
