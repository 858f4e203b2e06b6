"""Draw how fast the network and chapter 7's perceptron learn, on one time axis.

Both train on the same images. A step of the perceptron is much shorter, so it is ahead
at first; but it soon reaches what ten columns of weights can do, and falls behind.

To tweak: seconds and lr, at the bottom. With the chapter's lr=0.01 the network takes
minutes to catch up. On a slow or busy computer, give both more seconds.
"""

import picture
from terminal import stop_if_diverged

import time
from itertools import islice

import numpy as np

import perceptron
from neural_network import classify, forward, initialize_weights, loss, prepend_bias
from training_steps import first_images, network_steps, perceptron_steps


def train(steps, n_steps, classify, X_test, Y_test, seconds):
    """The last weights, and every n_steps the seconds and percent right, (k, 2)."""
    spent, curve = 0, []
    weights = next(steps)
    while spent < seconds:
        right = np.average(classify(X_test, *weights) == Y_test) * 100
        curve.append((spent, right))
        start = time.monotonic()
        *_, weights = islice(steps, n_steps)
        spent += time.monotonic() - start
    return weights, np.array(curve)


if __name__ == "__main__":
    ax = picture.new_figure().subplots()
    import mnist as data

    n_images, seconds = 10000, 18
    X, Y = first_images(data, n_images)
    print(f"Training both. Images: {n_images}, seconds for each: {seconds}")
    steps = perceptron_steps(X, Y, lr=1e-5)
    test = prepend_bias(data.X_test), data.Y_test
    (w,), of_perceptron = train(steps, 10, perceptron.classify, *test, seconds)
    stop_if_diverged(perceptron.loss(prepend_bias(X), Y, w))

    start = initialize_weights(X.shape[1], 100, Y.shape[1])
    steps = network_steps(X, Y, *start, lr=0.2)
    (w1, w2), of_network = train(steps, 2, classify, data.X_test, data.Y_test, seconds)
    stop_if_diverged(loss(Y, forward(X, w1, w2)[0]))

    old, new = of_perceptron[-1, 1], of_network[-1, 1]
    ax.plot(*of_perceptron.T, "--", lw=2, label=f"perceptron: {old:.2f}% in the end")
    ax.plot(*of_network.T, "-", lw=2, label=f"network: {new:.2f}% in the end")
    ax.set(xlabel="training time in seconds", ylabel="accuracy on the test data (%)")
    ax.set_ylim(min(50, old - 10, new - 10), 100)
    ax.legend(loc="lower right")
    ahead = "ahead of" if new > old else "not ahead of"
    title = f"In the end the network is {ahead} the perceptron"
    ax.set_title(f"{title} (images: {n_images})")
    picture.show()
