"""A listing is whole, as on the page; what has not changed since the last is the same.

Everything else in a folder imports the listing. CHANGES says what each one rewrites.
"""

import ast
import re

import pytest

from project import CHAPTERS, ROOT, SCRIPTS, load, source

SLOPE = "predict loss gradient train"
CLASSIFIER = "sigmoid forward classify loss gradient"
NETWORK = "sigmoid softmax sigmoid_gradient loss prepend_bias forward back"

# Listing, its functions in the page's order, those that are new or rewritten in it, the
# number of its statements at most, and words of the page that a reader looks for.
LISTINGS = [
    ("02_first/linear_regression.py", "predict loss train", "predict loss train", 26,
     "np.loadtxt( skiprows=1, unpack=True np.average( raise"),
    ("02_first/linear_regression_with_bias.py", "predict loss train",
     "predict loss train", 34, "np.average( raise"),
    ("03_gradient/gradient_descent_without_bias.py", SLOPE, "gradient train", 26,
     "np.average("),
    ("03_gradient/gradient_descent_final.py", SLOPE, "gradient train", 30,
     "w_gradient b_gradient np.average("),
    ("04_hyperspaces/multiple_regression_without_bias.py", SLOPE, SLOPE, 26,
     "np.matmul( X.T np.zeros((X.shape[1],"),
    ("04_hyperspaces/multiple_regression_final.py", SLOPE, "", 30, "np.matmul("),
    ("05_discerning/classifier.py", f"{CLASSIFIER} train test",
     "sigmoid forward classify loss gradient test", 36,
     "weighted_sum first_term second_term np.average( np.matmul("),
    ("06_real/mnist.py", "load_images prepend_bias load_labels encode_fives",
     "load_images prepend_bias load_labels encode_fives", 30, ""),
    ("06_real/digit_classifier.py", f"{CLASSIFIER} train test", "", 36, ""),
    ("07_final/mnist.py", "load_images prepend_bias load_labels one_hot_encode",
     "one_hot_encode", 34, "n_labels n_classes encoded_Y"),
    ("07_final/mnist_classifier.py", f"{CLASSIFIER} report train",
     "classify loss report train", 34,
     "weighted_sum labels np.argmax( matches n_test_examples training_loss"),
    ("11_training/mnist.py", "load_images load_labels one_hot_encode", "", 34, ""),
    ("11_training/backpropagation.py", NETWORK,
     "softmax sigmoid_gradient loss forward back", 34, "w2[1:] X.shape[0] np.matmul("),
    ("11_training/neural_network.py",
     f"{NETWORK} classify initialize_weights report train",
     "classify initialize_weights report train", 64, "prepend_bias(X) prepend_bias(h)"),
]  # fmt: skip


def functions(script):
    """The source of each function that a script defines, by name."""
    text = source(script)
    return {
        node.name: ast.get_source_segment(text, node)
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
    }


def statements(tree):
    """How many statements a script has, without its docstrings."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    texts = [n for n in nodes if isinstance(getattr(n, "value", None), ast.Constant)]
    return len(nodes) - len([n for n in texts if isinstance(n, ast.Expr)])


def test_listings():
    """Whole, in the page's order and words; new is only what the chapter teaches."""
    met = {}
    for script, names, rewritten, n_statements, words in LISTINGS:
        defined = functions(script)
        assert list(defined) == names.split(), script
        new = {name for name, text in defined.items() if met.get(name) != text}
        assert new == set(rewritten.split()), script
        met.update(defined)
        code = source(script).split('"""', 2)[2]
        assert [word for word in words.split() if word not in code] == [], script
        tree = ast.parse(source(script))
        assert statements(tree) <= n_statements, (script, statements(tree))
        modules = set(re.findall(r"^ *(?:from|import) (\w+)", code, re.MULTILINE))
        helpers = {"terminal", "numpy", "mnist", "pathlib", "idx", "gradient_check"}
        assert modules <= helpers, script
        # Up to Python 3.12 a blank line would end what is pasted into the interpreter.
        body = re.sub(r'""".*?"""', "", "".join(defined.values()), flags=re.DOTALL)
        assert "\n\n" not in body, script


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_folder_says_nothing_twice(chapter):
    """A function of a listing, or of another script, is imported and not repeated."""
    # Whole as well: the perceptron beside the network, a loader in mnist.py's place.
    others = {"11_training/perceptron.py", "07_final/solution/sonar.py"}
    listings = {script for script, *_ in LISTINGS} | others
    met = {}
    scripts = [script for script in SCRIPTS if script.startswith(chapter)]
    for script in sorted(scripts, key=lambda script: script not in listings):
        for name, text in functions(script).items():
            body = ast.dump(ast.parse(text).body[0], annotate_fields=False)
            assert script in listings or body not in met, (name, script, met[body])
            met[body] = script


@pytest.mark.parametrize("script", SCRIPTS)
def test_who_imports_whom(script):
    """None a picture, claim or live script; and none mutes, or reads printed lines."""
    text = source(script)
    assert not re.search(r"^ *(from|import) (plot|live|claim)_", text, re.MULTILINE)
    assert not re.search(r"redirect_std|sys\.exit|os\._exit|atexit|meta_path", text)
    if "/solution/" in script and "sys.path" in text:
        assert "sys.path.insert(1," in text  # Its own modules come first.
    if script.count("/") == 1:
        assert (ROOT / script).parent.name in CHAPTERS


@pytest.mark.parametrize("script", SCRIPTS)
def test_imported_it_only_defines(script, capsys):
    """For the interpreter, and for whoever imports it."""
    load(script, m=50)
    assert capsys.readouterr().out == ""


def test_chapter_11_has_what_it_needs_of_chapter_7():
    """The perceptron and what reads photos, letter for letter."""
    for name in ("photo.py", "paper.py"):
        assert source(f"11_training/{name}") == source(f"07_final/{name}"), name
    seven = functions("07_final/mnist_classifier.py")
    for name, text in functions("11_training/perceptron.py").items():
        assert text == seven[name], name
