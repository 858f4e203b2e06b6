"""Every picture: drawn without a screen, in time, complete, and nothing cut off."""

import itertools
import os
import re
import struct
import subprocess
import sys

import matplotlib.pyplot as plt
import pytest
from matplotlib.text import Text

from project import CHAPTERS, LIVE, PICTURES, ROOT, in_quick_run, play, source

HEADS = {"png": b"\x89PNG", "pdf": b"%PDF", "svg": b"<?xml"}


def texts(figure, wanted=lambda text: True):
    """The texts of a figure that are to be seen, with the boxes that they take up."""
    renderer = figure.canvas.get_renderer()
    return [
        (text.get_text(), text.get_window_extent(renderer))
        for text in figure.findobj(Text)
        if text.get_visible() and text.get_text().strip() and wanted(text)
    ]


def test_every_picture_is_in_the_list():
    """The tests' list against the tree, and the other way round."""
    in_tree = [p.relative_to(ROOT).as_posix() for p in ROOT.glob("*/plot_*.py")]
    assert sorted(PICTURES) == sorted(in_tree)


def test_one_theme():
    """The module that all pictures share is the same in every folder."""
    first, *others = [f"{chapter}/picture.py" for chapter in CHAPTERS]
    assert [other for other in others if source(other) != source(first)] == []


@pytest.mark.parametrize("script", [*PICTURES, *LIVE])
def test_is_drawn_and_written(script, drawing):
    """As a PNG of a usual size; one line more tells of a training, if there is one."""
    done = drawing(script)
    *others, last = done.printed
    assert last == f"The picture is in {done.file}"
    assert len(others) <= 1
    width, height = struct.unpack(">II", done.file.read_bytes()[16:24])
    inches = done.figure.get_size_inches()
    assert (width, height) == pytest.approx(tuple(150 * inches), abs=1)
    assert min(width, height) >= 500
    assert max(width, height) <= 2400


@pytest.mark.parametrize("script", [*PICTURES, *LIVE])
def test_says_what_to_see(script, drawing):
    """A title, and on every axis that has numbers what they count."""
    done = drawing(script)
    assert done.figure.get_suptitle() or any(ax.get_title() for ax in done.axes)
    for ax in done.axes:
        for name, axis in ax._axis_map.items():
            labels = [tick.label1 for tick in axis.get_major_ticks()]
            shown = any(label.get_visible() and label.get_text() for label in labels)
            if ax.axison and axis.get_visible() and shown:
                assert axis.get_label_text(), f"{name} of {ax.get_title()}"


@pytest.mark.parametrize("script", [*PICTURES, *LIVE])
def test_nothing_is_cut_off(script, drawing):
    """What has been drawn lies inside the picture."""
    figure = drawing(script).figure
    drawn = figure.get_tightbbox(figure.canvas.get_renderer())
    width, height = figure.get_size_inches()
    assert min(drawn.x0, drawn.y0, width - drawn.x1, height - drawn.y1) > -0.01


@pytest.mark.parametrize("script", [*PICTURES, *LIVE])
def test_no_texts_overlap(script, drawing):
    """Titles, labels of axes, legends and notes are apart from each other."""
    figure = drawing(script).figure
    ticks = {
        label
        for ax in figure.axes
        for axis in ax._axis_map.values()
        for label in [*axis.get_ticklabels(), *axis.get_ticklabels(minor=True)]
    }
    boxes = texts(figure, lambda text: text not in ticks)
    overlapping = [
        (one, other)
        for (one, a), (other, b) in itertools.combinations(boxes, 2)
        if a.padded(-1).overlaps(b.padded(-1))
    ]
    assert overlapping == []


@pytest.mark.parametrize("kind", HEADS)
def test_writes_files_of_three_kinds(kind, tmp_path, monkeypatch):
    """In the folder where the reader is, and under the very name."""
    monkeypatch.chdir(tmp_path)
    played = play(PICTURES[0], arguments=[f"picture.{kind}"])
    assert played.error is None
    assert played.lines == [f"The picture is in picture.{kind}"]
    (file,) = tmp_path.iterdir()
    assert file.name == f"picture.{kind}"
    assert file.read_bytes().startswith(HEADS[kind])


def start_without_a_screen(script, folder, **settings):
    """Start a script where no window can be opened, and check what it says."""
    screen = ("DISPLAY", "WAYLAND_DISPLAY", "MPLBACKEND")
    env = {k: v for k, v in os.environ.items() if k not in screen}
    process = subprocess.run(
        [sys.executable, ROOT / script],
        cwd=folder,
        env={**env, **settings},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert process.returncode == 1
    assert process.stdout == ""
    assert process.stderr.count("\n") == 1
    assert f"python3 {ROOT / script} picture.png" in process.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a screen")
@pytest.mark.parametrize("script", ["07_final/plot_weights.py"])
def test_without_a_screen(script, tmp_path):
    """One line that says how to write a file, before any training."""
    start_without_a_screen(script, tmp_path)


CHECK_FIRST = [s for s in [*PICTURES, *LIVE] if "picture.check()" in source(s)]


@pytest.mark.parametrize(
    "script", in_quick_run([*PICTURES, *LIVE], *CHECK_FIRST, PICTURES[0])
)
def test_where_no_window_can_be_opened(script):
    """As above, for every picture; in the test process no window can be opened."""
    played = play(script)
    assert played.error.endswith(f"python3 {ROOT / script} picture.png")
    assert (played.lines, played.progress) == ([], "")
    if re.search(r"train\w*\(", source(script).partition("\nif __name__")[2]):
        assert "data" not in played.names  # The images have not been loaded.


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a screen")
@pytest.mark.parametrize("backend", in_quick_run(["TkAgg", "Agg", "svg"], "TkAgg"))
def test_without_a_screen_whatever_the_settings(backend, tmp_path):
    """As on a server whose settings speak of a screen, or of none."""
    start_without_a_screen(PICTURES[0], tmp_path, MPLBACKEND=backend)


@pytest.mark.parametrize("opens", [True, False])
def test_a_window(opens, monkeypatch):
    """It is shown, and nothing is printed; or one line, if the screen refuses."""
    shown = []

    def switch_backend(name):
        if not opens:
            raise ImportError

    monkeypatch.setattr(plt, "get_backend", lambda: "TkAgg")
    monkeypatch.setattr(plt, "switch_backend", switch_backend)
    monkeypatch.setattr(plt, "show", lambda: shown.append(plt.gcf()))
    played = play(PICTURES[0])
    assert played.lines == []
    assert len(shown) == opens
    assert (played.error is None) == opens
    assert opens or played.error.startswith("No window can be opened here. ")


@pytest.mark.parametrize(
    "names, complaint",
    [
        (["pizza.txt"], "ending in .png, .pdf or .svg"),
        (["picture"], "ending in .png, .pdf or .svg"),
        (["png"], "ending in .png, .pdf or .svg"),
        (["a.png", "b.png"], "one file"),
        (["nowhere/picture.png"], "there is no such folder"),
        (["folder.png"], "Is a directory"),
    ],
)
def test_file_names_that_cannot_be(names, complaint, tmp_path, monkeypatch):
    """One line, and nothing written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.png").mkdir()
    played = play(PICTURES[0], arguments=names)
    assert complaint in played.error
    assert played.lines == []
    assert [path.name for path in tmp_path.iterdir()] == ["folder.png"]


def hyperparameters(script):
    """The names among lr and iterations that stand with a number in a script's run."""
    call = source(script).partition("\nif __name__")[2]
    return [name for name in ("lr", "iterations") if re.search(rf"\b{name}=\d", call)]


def any_numbers():
    """Scripts, names and numbers, of which those that draw much are slow."""
    for script in PICTURES:
        if "import mnist" not in source(script):
            for name in hyperparameters(script):
                for number in ("0", "-1", "1e3", "1e300", "float('nan')"):
                    if (name, number) != ("iterations", "1e300"):  # It would never end.
                        quick = number not in ("0", "-1")
                        marks = [] if quick else [pytest.mark.slow]
                        yield pytest.param(script, name, number, marks=marks)


@pytest.mark.parametrize("script, name, number", any_numbers())
def test_any_number(script, name, number, tmp_path):
    """Something is drawn, or one line says what is wrong; never a warning."""
    file = tmp_path / "picture.png"
    changes = {name: number}
    if name == "lr" and "iterations" in hyperparameters(script):
        changes["iterations"] = "1000"
    played = play(script, changes, arguments=[file])
    assert file.exists() == (played.error is None)
    assert played.progress == ""
