"""The network and chapter 7's perceptron, trained on MNIST: for what compares them."""

from neural_network_fast import steps

from terminal import stop_if_diverged

from itertools import islice

import perceptron
from neural_network import forward, initialize_weights, prepend_bias
from training_steps import first_images, perceptron_steps


def train_network(data, n_hidden_nodes, n_images, iterations, lr):
    """The network's weights w1 and w2. FloatingPointError if the loss is not finite."""
    X, Y = first_images(data, n_images)
    print(f"Training the network. Images: {n_images}, iterations: {iterations}")
    w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1])
    for _ in steps(X, Y, data.X_test, data.Y_test, w1, w2, iterations, lr):
        pass
    return w1, w2


def train_both(data, n_images, iterations, iterations_network, n_hidden_nodes=200):
    """Train both: predictions (m, 10) for X_test, by title. Raises the same."""
    X, Y = first_images(data, n_images)
    print(f"Training the perceptron. Images: {n_images}, iterations: {iterations}")
    (w,) = next(islice(perceptron_steps(X, Y, lr=1e-5), iterations, None))
    stop_if_diverged(perceptron.loss(prepend_bias(X), Y, w))
    w1, w2 = train_network(data, n_hidden_nodes, n_images, iterations_network, lr=0.4)
    title = f"Perceptron, iterations: {iterations}, images: {n_images}"
    y_hats = {title: perceptron.forward(prepend_bias(data.X_test), w)}
    title = f"Network, iterations: {iterations_network}, images: {n_images}"
    return y_hats | {title: forward(data.X_test, w1, w2)[0]}
