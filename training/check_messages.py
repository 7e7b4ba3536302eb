"""Checks the labelled messages: form, labels that lie in their texts, twins, and doubles.

    python training/check_messages.py [FILE ...]

Prints what is wrong, a line each, and a summary by kind; exit code 1 where something is wrong.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "messages"
KINDS = frozenset(
    {
        "NAME", "INITIALS", "PLACE", "DATE", "AGE90", "PHONE", "EMAIL", "URL", "IP", "HANDLE",
        "SSN", "MRN", "PLAN", "ACCOUNT", "LICENSE", "VEHICLE", "DEVICE", "IMAGE", "QUASI",
    }
)  # fmt: skip
REGISTERS = frozenset({"casual", "rushed", "formal", "voice-dictated", "non-native"})
LONGEST = 1500


def problems(row: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one labelled message."""
    text, warn, ids = row.get("text"), row.get("warn"), row.get("ids")
    if not isinstance(text, str) or not 0 < len(text.strip()) <= LONGEST:
        yield "text is missing, blank or too long"
        return
    if not isinstance(warn, bool) or not isinstance(ids, list):
        yield "warn must be true or false, and ids a list"
        return
    if warn != bool(ids):
        yield "warn and ids do not agree"
    if row.get("register") not in REGISTERS:
        yield "unknown register"
    for one in ids:
        if len(one) != 2 or one[1] not in KINDS:
            yield f"not a pair of part and kind: {one}"
        elif not one[0].strip() or one[0] not in text:
            yield f"not in the text: {one[0]!r}"


def main(paths: list[Path]) -> int:
    """Checks the files, or all of them."""
    seen: dict[str, str] = {}
    kinds: Counter[str] = Counter()
    verdicts: Counter[bool] = Counter()
    pairs: dict[str, list[bool]] = {}
    wrong = 0
    for path in paths or sorted(FOLDER.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                continue
            where = f"{path.name}:{number}"
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                print(f"{where}: {error}")
                wrong += 1
                continue
            for problem in problems(row):
                print(f"{where}: {problem}")
                wrong += 1
            key = re.sub(r"\W+", " ", str(row.get("text"))).casefold()
            if key in seen:
                print(f"{where}: the same as {seen[key]}")
                wrong += 1
            seen[key] = where
            verdicts[bool(row.get("warn"))] += 1
            kinds.update(one[1] for one in row.get("ids", []) if len(one) > 1)
            if row.get("pair"):
                pairs.setdefault(f"{path.stem}:{row['pair']}", []).append(bool(row.get("warn")))
    for name, both in pairs.items():
        if sorted(both) != [False, True]:
            print(f"{name}: a pair has one message to warn about and one clean one, not {both}")
            wrong += 1
    print(f"{sum(verdicts.values())} messages, {verdicts[True]} to warn about, {len(pairs)} pairs")
    print(" ".join(f"{kind}:{count}" for kind, count in sorted(kinds.items())))
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
