"""What a chapter takes over from an earlier one stays the same, letter for letter.

A folder says nothing twice, it imports; from folder to folder a function is repeated,
so that every chapter stands alone. CHANGES lists all that is rewritten on the way.
"""

import ast

from project import CHAPTERS, ROOT, SCRIPTS

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


def test_a_folder_says_nothing_twice():
    """No function of the same text in two scripts of one chapter, solution included."""
    for chapter in CHAPTERS:
        met = {}
        for path in sorted((ROOT / chapter).rglob("*.py")):
            script = path.relative_to(ROOT).as_posix()
            for name, source in functions(script).items():
                body = ast.dump(ast.parse(source).body[0], annotate_fields=False)
                assert body not in met, f"{name}: {script} and {met[body]}"
                met[body] = script
