"""Prints state-dependent-noise.json: what StateDependentNoiseDistribution of Stable-Baselines3 2.9.2 gives, in float64 (PyTorch 1.13)."""

import json

import torch as th
from stable_baselines3.common.distributions import StateDependentNoiseDistribution

th.set_default_dtype(th.float64)
th.manual_seed(1)
rows, features, width = 4, 3, 2


def numbers(*shape):
    return (th.rand(*shape) * 512 - 256).round() / 128


def flat(tensor):
    return tensor.detach().flatten().tolist()


latent = numbers(rows, features)
latent[3] = 0  # no feature is active
mean, log_std, actions = numbers(rows, width), numbers(features, width) / 2, numbers(rows, width)
actions[3] = mean[3] + 0.001
for tensor in (latent, mean, log_std):
    tensor.requires_grad_()
weights = th.tensor([1.0, -2.0, 3.0, -4.0])

distribution = StateDependentNoiseDistribution(width, learn_features=True, epsilon=1e-6)
distribution.latent_sde_dim = features
distribution.proba_distribution(mean, log_std, latent)
log_prob, entropy = distribution.log_prob(actions), distribution.entropy()
of_log_prob = th.autograd.grad((log_prob * weights).sum(), [mean, log_std, latent], retain_graph=True)
of_entropy = th.autograd.grad((entropy * weights).sum(), [log_std, latent], retain_graph=True)

coefficients = numbers(features, width)  # drawn from N(0, 1) otherwise
distribution.exploration_mat = coefficients * distribution.get_std(log_std)
distribution.exploration_matrices = distribution.exploration_mat.unsqueeze(0)

print(json.dumps({
    "latent": flat(latent),
    "mean": flat(mean),
    "log_std": flat(log_std),
    "actions": flat(actions),
    "weights": flat(weights),
    "log_prob": flat(log_prob),
    "entropy": flat(entropy),
    "log_prob_gradient": {"mean": flat(of_log_prob[0]), "log_std": flat(of_log_prob[1]), "latent": flat(of_log_prob[2])},
    "entropy_gradient": {"log_std": flat(of_entropy[0]), "latent": flat(of_entropy[1])},
    "coefficients": flat(coefficients),
    "sample": flat(mean + distribution.get_noise(latent)),
}))
