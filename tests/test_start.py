"""A script starts from anywhere, leaves nothing behind, and runs only when started."""

import shutil
import stat
from pathlib import Path

import pytest

from project import (
    CHAPTERS,
    OF_EACH_KIND,
    ROOT,
    SCRIPTS,
    TRAINING,
    in_quick_run,
    play,
    printed,
    run,
)

STATUS = Path("/proc/self/status")  # VmHWM there is the peak of the memory in use
# One script of each kind: a table's, a loader, one that trains on its images.
KINDS = [
    "03_gradient/gradient_descent_final.py",
    "07_final/mnist.py",
    "07_final/mnist_classifier_fast.py",
]
LOADERS = [script for script in SCRIPTS if script.endswith("mnist.py")]


def files(folder):
    """All files below a folder and when they changed, but for Python's own cache."""
    return {
        path: path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


@pytest.mark.parametrize("script", SCRIPTS)
def test_plays_to_its_end_from_anywhere(script, tmp_path, monkeypatch):
    """No new files, and ASCII. Trainings take three steps, on a thousand images."""
    before = [files(ROOT / chapter) for chapter in CHAPTERS]
    monkeypatch.chdir(tmp_path)
    changes = {"iterations": "3"} if script in TRAINING else {}
    played = play(script, changes, m=1000)
    assert played.lines
    assert "".join(played.lines).isascii()
    is_search = script.startswith("02")
    assert (played.error is None) != is_search
    assert played.progress == ""
    assert list(tmp_path.iterdir()) == []
    assert [files(ROOT / chapter) for chapter in CHAPTERS] == before


@pytest.mark.parametrize("script", in_quick_run(OF_EACH_KIND, *KINDS))
def test_starts_from_anywhere(script, quick_project, tmp_path):
    """Own folder, the root and a third folder: the same output, and no new files."""
    before = files(quick_project)
    path = quick_project / script
    from_own_folder = printed(run(path.name, cwd=path.parent))
    assert from_own_folder
    assert printed(run(script, cwd=quick_project)) == from_own_folder
    assert printed(run(path, cwd=tmp_path)) == from_own_folder
    assert files(quick_project) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("script", OF_EACH_KIND)
def test_starts_in_a_read_only_folder(script, quick_project):
    """As on a shared disk; root may write anyway, so the files are compared as well."""
    folders = [quick_project, *(p for p in quick_project.rglob("*") if p.is_dir())]
    before = files(quick_project)
    for folder in folders:
        folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert printed(run(quick_project / script, options=["-B"]))
    finally:
        for folder in folders:
            folder.chmod(stat.S_IRWXU)
    assert files(quick_project) == before


def test_importing_runs_nothing(tmp_path):
    """So that a picture or a test can use a script's functions without its training."""
    watch = tmp_path / "watch.py"
    scripts = [ROOT / script for script in SCRIPTS if script not in LOADERS]
    watch.write_text(
        "import importlib, sys\nfrom pathlib import Path\n"
        "finders = sys.meta_path.copy()\n"
        f"for path in map(Path, {[str(path) for path in scripts]!r}):\n"
        "    sys.path.insert(0, str(path.parent))\n"
        "    importlib.import_module(path.stem)\n"
        "    del sys.modules['terminal']  # Or it would refuse the next chapter.\n"
        "    sys.meta_path[:] = finders\n"
        "print(*(m for m in ('mnist', 'matplotlib', 'seaborn') if m in sys.modules))\n",
        encoding="utf-8",
    )
    assert printed(run(watch)) == [""]


@pytest.mark.parametrize("script", in_quick_run(TRAINING, KINDS[0]))
def test_starts_alone(script, quick_project, tmp_path):
    """Up to chapter 5 with terminal.py and its table only, then with its folder."""
    path = quick_project / script
    copy = tmp_path / "alone" / path.parent.name
    if script < "06":
        copy.mkdir(parents=True)
        for file in (path, path.with_name("terminal.py"), *path.parent.glob("*.txt")):
            shutil.copy(file, copy)
    else:
        shutil.copytree(path.parent, copy, ignore=shutil.ignore_patterns("solution"))
        shutil.copytree(quick_project / "data", copy.parent / "data")
    assert printed(run(copy / path.name)) == printed(run(path))


@pytest.mark.slow
@pytest.mark.skipif(not STATUS.exists(), reason="only Linux keeps this record")
def test_chapter_7_fits_into_a_gigabyte(quick_project, tmp_path):
    """The peak is reached while loading and in the first steps."""
    watch = tmp_path / "watch.py"
    watch.write_text(
        "import runpy, sys\n"
        f"folder = {str(quick_project / '07_final')!r}\n"
        "sys.path.insert(0, folder)\n"
        "runpy.run_path(f'{folder}/mnist_classifier.py', run_name='__main__')\n"
        f"print(open({str(STATUS)!r}).read())\n",
        encoding="utf-8",
    )
    peak = next(line for line in printed(run(watch)) if line.startswith("VmHWM:"))
    kilobytes = int(peak.split()[1])
    assert 300_000 < kilobytes < 1_000_000
