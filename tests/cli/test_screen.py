"""The command `screen`: JSON lines through a pipe, and an account for people."""

import io
import json
import os
import threading
from typing import Any, TextIO

import pytest

from bot.cli.screen import screen_command

_CLIENT = json.dumps({"text": "my client Dana, MRN 00482913"})
_CLEAN = json.dumps({"text": "see you at 2pm"})


def _answers(given: str | bytes) -> tuple[int, list[dict[str, Any]]]:
    """The exit code and what comes back for each line, through streams as a shell gives them."""
    data = given.encode() if isinstance(given, str) else given
    out = io.StringIO()
    code = screen_command(io.TextIOWrapper(io.BytesIO(data), "utf-8"), out, jsonl=True)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def _account(text: str) -> str:
    out = io.StringIO()
    assert screen_command(io.StringIO(text), out, jsonl=False) == 0
    return out.getvalue()


def test_each_line_is_answered_in_its_order() -> None:
    """One JSON line in, one out, with the places, kinds, scores and reasons."""
    code, answers = _answers(f"{_CLIENT}\n{_CLEAN}\n{_CLIENT}\n")
    assert code == 0
    assert [answer["warn"] for answer in answers] == [True, False, True]
    first = answers[0]["findings"][0]
    assert set(first) == {"start", "end", "kind", "score", "reason"}
    assert (first["start"], first["end"], first["kind"]) == (10, 14, "NAME")
    assert answers[1]["findings"] == []


def test_places_count_code_points() -> None:
    """A character outside the basic plane, or an escape of one, is one place."""
    plain = json.dumps({"text": "\U0001f642 my client Dana"}, ensure_ascii=False)
    escaped = json.dumps({"text": "\U0001f642 my client Dana"})
    _, answers = _answers(f"{plain}\n{escaped}\n")
    assert [answer["findings"][0]["start"] for answer in answers] == [12, 12]


def test_blank_lines_are_passed_over() -> None:
    """Empty lines and lines of blanks get no answer and are no fault."""
    code, answers = _answers(f"\n  \n{_CLIENT}\r\n\n")
    assert (code, len(answers)) == (0, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        b"my client Dana",
        b'{"text": "my client Dana"',
        b'["my client Dana"]',
        b'"my client Dana"',
        b"null",
        b'{"message": "my client Dana"}',
        b'{"text": 7}',
        b'{"text": null}',
        b'{"text": "my client Dana \xff"}',
        b"[" * 100_000,
        b"9" * 5_000,
    ],
    ids=lambda line: line[:30].decode("ascii", "replace"),
)
def test_a_line_that_is_no_message_gets_an_error_in_its_place(wrong: bytes) -> None:
    """The other lines are answered, the wrong line is not repeated, and the code is 65."""
    code, answers = _answers(_CLIENT.encode() + b"\n" + wrong + b"\n" + _CLEAN.encode() + b"\n")
    assert code == 65
    assert list(answers[1]) == ["error"]
    assert "Dana" not in answers[1]["error"]
    assert [answers[0]["warn"], answers[2]["warn"]] == [True, False]


def test_a_byte_order_mark_and_a_last_line_without_end_are_no_fault() -> None:
    """What editors leave at the edges of a file is understood."""
    code, answers = _answers(b"\xef\xbb\xbf" + _CLIENT.encode())
    assert (code, [answer["warn"] for answer in answers]) == (0, [True])


def test_half_a_character_of_two_is_screened_all_the_same() -> None:
    """JSON can spell a lone surrogate; it is a character that identifies nobody."""
    code, answers = _answers('{"text": "\\ud83d my client Dana"}\n')
    assert (code, answers[0]["findings"][0]["start"]) == (0, 12)


def test_json_is_utf_8_whatever_the_terminal_speaks() -> None:
    """A stream opened in another encoding is read as JSON is written."""
    line = json.dumps({"text": "\u00e9\u00e9 my client Dana"}, ensure_ascii=False).encode()
    out = io.StringIO()
    assert screen_command(io.TextIOWrapper(io.BytesIO(line), "latin-1"), out, jsonl=True) == 0
    assert json.loads(out.getvalue())["findings"][0]["start"] == 13


def _pipe() -> tuple[TextIO, TextIO]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "r"), os.fdopen(writing, "w")


def test_an_answer_comes_before_the_next_question() -> None:
    """A program may ask line by line through a pipe that stays open."""
    their_questions, my_questions = _pipe()
    my_answers, their_answers = _pipe()
    asked = threading.Thread(
        target=screen_command, args=(their_questions, their_answers), kwargs={"jsonl": True}
    )
    asked.start()
    with my_answers, my_questions:
        for line, warn in ((_CLIENT, True), (_CLEAN, False)):
            my_questions.write(line + "\n")
            my_questions.flush()
            assert json.loads(my_answers.readline())["warn"] is warn
    asked.join(timeout=10)
    assert not asked.is_alive()


def test_a_reader_that_leaves_ends_the_command_quietly() -> None:
    """A closed pipe gives a code and no traceback, and closing the output raises nothing."""
    answers, out = _pipe()
    answers.close()
    with out:
        assert screen_command(io.StringIO(f"{_CLIENT}\n" * 10), out, jsonl=True) == 141


def test_people_are_told_what_was_found_where_and_why() -> None:
    """Line, character, the marked words, kind and reason, and that this is an aid."""
    said = _account("hello all\nmy client Dana is back, J.M. too\n")
    assert "2 likely client identifiers" in said
    assert "line 2, character 11: Dana" in said
    assert "NAME: a name beside words for a client" in said
    assert "line 2, character 25: J.M." in said
    assert "an aid and no guarantee" in said


def test_people_are_told_when_nothing_was_found() -> None:
    """Silence would look like a fault."""
    for text in ("", "see you at 2pm\n"):
        said = _account(text)
        assert "Nothing was found" in said
        assert "an aid and no guarantee" in said


def test_a_text_of_several_lines_is_one_message() -> None:
    """A cue and its name may stand on two lines; JSON is no matter here."""
    assert "Dana" in _account("pt name:\nmore below\nmy client\u00a0Dana")


def test_no_sign_for_the_terminal_comes_through() -> None:
    """What a text could say to a terminal is shown as a replacement character."""
    said = _account("her blog: https://a.example/\x1b[2Jx")
    assert "https://a.example/\ufffd[2Jx" in said
    assert "\x1b" not in said


def test_bytes_that_are_no_utf_8_are_said() -> None:
    """Plain text in another encoding is still screened, and the reader learns of it."""
    out = io.StringIO()
    lines = io.TextIOWrapper(io.BytesIO(b"caf\xe9, my client Dana"), "utf-8")
    assert screen_command(lines, out, jsonl=False) == 0
    assert "Dana" in out.getvalue()
    assert "not UTF-8" in out.getvalue()


def test_a_terminal_of_few_characters_gets_an_account_all_the_same() -> None:
    """A name that the output cannot spell is escaped."""
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, "ascii")
    assert screen_command(io.StringIO("my client Zo\u00eb cried"), out, jsonl=False) == 0
    assert b"Zo\\xeb" in raw.getvalue()
