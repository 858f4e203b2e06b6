"""The penguins: the data that is shipped, and what gradient descent makes of it."""

import hashlib

import numpy as np

from project import ROOT, load

FILE = ROOT / "data/penguins/penguins.txt"


def test_the_data_is_what_the_readme_says():
    """342 complete rows, by the checksum of the file."""
    table = np.loadtxt(FILE, skiprows=1)
    assert table.shape == (342, 4)
    assert np.all(table > 0)
    checksum = hashlib.sha256(FILE.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    assert checksum in (ROOT / "data/readme.txt").read_text(encoding="utf-8")


def test_scaling_changes_the_weights_but_not_the_hyperplane():
    """The best prediction from raw and from scaled columns is the same."""
    penguins = load("04_hyperspaces/solution/penguins.py")
    *columns, mass = np.loadtxt(FILE, skiprows=1).T
    raw = np.column_stack(columns)
    predictions = []
    for inputs in (raw, (raw - raw.mean(axis=0)) / raw.std(axis=0)):
        X = penguins.prepend_ones(inputs)
        predictions.append(X @ np.linalg.lstsq(X, mass, rcond=None)[0])
    np.testing.assert_allclose(*predictions)
    error = penguins.typical_error(X, mass.reshape(-1, 1), np.zeros((4, 1)))
    assert error == np.sqrt(np.mean(mass**2))
