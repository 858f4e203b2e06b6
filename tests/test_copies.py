"""What a chapter takes over from an earlier one stays the same, letter for letter.

A listing is whole, as on the page: what has not changed since the listing before it is
repeated. Everything else in a folder imports. From folder to folder a function is
repeated, so that every chapter stands alone. CHANGES lists what is rewritten.
"""

import ast

import pytest

from project import CHAPTERS, ROOT, SCRIPTS

LINE = "predict loss train"
SLOPE = "predict loss gradient train"
CLASSIFIER = "sigmoid forward classify loss gradient"
NETWORK = "sigmoid softmax sigmoid_gradient loss prepend_bias forward back"

# The listings, and the functions of each in the page's order.
LISTINGS = {
    "02_first/linear_regression.py": LINE,
    "02_first/linear_regression_with_bias.py": LINE,
    "03_gradient/gradient_descent_without_bias.py": SLOPE,
    "03_gradient/gradient_descent_final.py": SLOPE,
    "04_hyperspaces/multiple_regression_without_bias.py": SLOPE,
    "04_hyperspaces/multiple_regression_final.py": SLOPE,
    "05_discerning/classifier.py": f"{CLASSIFIER} train test",
    "06_real/mnist.py": "load_images prepend_bias load_labels encode_fives",
    "06_real/digit_classifier.py": f"{CLASSIFIER} train test",
    "07_final/mnist.py": "load_images prepend_bias load_labels one_hot_encode",
    "07_final/mnist_classifier.py": f"{CLASSIFIER} report train",
    "11_training/mnist.py": "load_images load_labels one_hot_encode",
    "11_training/backpropagation.py": NETWORK,
    "11_training/neural_network.py": (
        f"{NETWORK} classify initialize_weights report train"
    ),
}

CHANGES = {
    "02_first/linear_regression_with_bias.py": {
        "predict": "the bias",
        "loss": "the bias",
        "train": "the bias",
    },
    "03_gradient/gradient_descent_without_bias.py": {
        "train": "steps follow the gradient",
    },
    "03_gradient/gradient_descent_final.py": {
        "gradient": "two partial derivatives",
        "train": "two weights move at once",
    },
    "04_hyperspaces/multiple_regression_without_bias.py": {
        "predict": "matrices",
        "loss": "one w for all",
        "gradient": "matrices",
        "train": "one w for all",
    },
    "05_discerning/classifier.py": {
        "loss": "the log loss",
        "gradient": "the log loss has no factor 2",
    },
    "07_final/mnist_classifier.py": {
        "classify": "the most confident column",
        "loss": "summed over ten columns",
        "train": "reports the accuracy, and once more at the end",
    },
    "07_final/mnist_classifier_fast.py": {
        "train": "one walk in blocks, on bytes",
    },
    "11_training/backpropagation.py": {
        "loss": "cross-entropy, of predictions that are there already",
        "forward": "two layers",
    },
    "11_training/neural_network.py": {
        "classify": "the network's forward",
        "report": "the predictions are there already",
        "train": "forward, back, and both matrices move",
    },
    "11_training/neural_network_fast.py": {
        "cut": "the bias column",
        "in_threads": "single precision, and two matrices",
        "walk": "two layers",
        "count_right": "two layers",
        "forward": "a bias column, single precision, in place",
        "train": "one walk in blocks, on bytes",
    },
}

# Scripts that are whole, whatever others say already.
WHOLE = {*LISTINGS, "11_training/perceptron.py"}

# Those of chapter 7 that stand in chapter 11 once more, so that its folder works alone.
TWICE = {
    "11_training/perceptron.py": "07_final/mnist_classifier.py",
    "11_training/handwriting.py": "07_final/handwriting.py",
}


def functions(script):
    """The source of each function that a script defines, by name."""
    text = (ROOT / script).read_text(encoding="utf-8")
    return {
        node.name: ast.get_source_segment(text, node)
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
    }


def test_functions_are_copied_to_the_letter_or_listed():
    """Each function against the last one of its name that a reader has met."""
    met, rewritten = {}, {}
    for script in SCRIPTS:
        for name, source in functions(script).items():
            if met.setdefault(name, source) != source:
                rewritten.setdefault(script, set()).add(name)
            met[name] = source
    assert rewritten == {script: set(names) for script, names in CHANGES.items()}


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_listing_is_whole(listing):
    """All functions of the page, no others, and nothing from another listing.

    Two lines at most are not the page's: an import of terminal.py, and one call.
    """
    assert list(functions(listing)) == LISTINGS[listing].split()
    tree = ast.parse((ROOT / listing).read_text(encoding="utf-8"))
    imports = [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]
    names = [getattr(n, "module", None) or n.names[0].name for n in imports]
    allowed = {
        "mnist.py": ["terminal", "pathlib", "numpy", "idx"],
        "backpropagation.py": ["terminal", "numpy", "mnist", "gradient_check"],
    }
    others = ["terminal", "numpy", "mnist"][: 3 if listing > "06" else 2]
    assert names == allowed.get(listing.partition("/")[2], others)
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and "diverged" in ast.unparse(node)
    ]
    assert len(calls) == (listing > "03" and "train" in functions(listing))


def test_a_folder_says_nothing_twice():
    """What is no listing repeats no function of a listing, or of another script."""
    for chapter in CHAPTERS:
        met = {}
        paths = sorted((ROOT / chapter).rglob("*.py"))
        scripts = [path.relative_to(ROOT).as_posix() for path in paths]
        for script in sorted(scripts, key=lambda script: script not in WHOLE):
            for name, source in functions(script).items():
                body = ast.dump(ast.parse(source).body[0], annotate_fields=False)
                assert script in WHOLE or body not in met, (
                    f"{name}: {script} and {met[body]}"
                )
                met[body] = script


def test_helpers_are_the_same_in_every_folder():
    """Those that no lesson is in."""
    for name in ("terminal.py", "picture.py", "idx.py", "controls.py", "paper.py"):
        copies = [path.read_bytes() for path in ROOT.glob(f"[01]*/{name}")]
        assert len(copies) >= 2
        assert set(copies) == {copies[0]}


@pytest.mark.parametrize("copy", TWICE)
def test_chapter_11_has_what_it_needs_of_chapter_7(copy):
    """The functions, letter for letter."""
    assert functions(copy) == functions(TWICE[copy])
