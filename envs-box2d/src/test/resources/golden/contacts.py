"""Writes contacts.jsonl: episodes of Gymnasium 1.4.0 (Box2D 2.3.10) that go otherwise if contacts are solved in another order.

Actions are those of numpy.random.default_rng(seed).

    python contacts.py
"""

import json

import gymnasium as gym
import numpy as np

SEEDS = [299, 434, 546, 744, 762]

with open("contacts.jsonl", "w") as out:
    for seed in SEEDS:
        env = gym.make("LunarLander-v3").unwrapped
        random = np.random.default_rng(seed)
        obs0, _ = env.reset(seed=seed)
        episode = {"env": "LunarLander-v3", "config": {}, "seed": seed, "obs0": obs0.tolist()}
        steps = []
        while not steps or not steps[-1][3]:
            action = int(random.integers(0, 4))
            obs, reward, terminated, truncated, _ = env.step(action)
            steps.append((action, [float(str(x)) for x in obs], float(reward), int(terminated), int(truncated)))
        for key, values in zip(("actions", "obs", "reward", "terminated", "truncated"), zip(*steps)):
            episode[key] = list(values)
        episode["second_reset"] = [float(str(x)) for x in env.reset()[0]]
        out.write(json.dumps(episode) + "\n")
