"""Supporting code, skip at first: what the ten classes of the images are called."""

from terminal import InputError


def class_names(folder):
    """Ten names, the lines of folder/classes.txt (else InputError), or the digits."""
    file = folder / "classes.txt"
    if not file.exists():
        return list("0123456789")
    names = file.read_text(encoding="utf-8").splitlines()
    if len(names) != 10:
        raise InputError(f"{file} needs ten names, a line each: it has {len(names)}.")
    return names
