"""Writes options.jsonl and acrobot-starts.json: what Gymnasium 1.4.0 (NumPy 2.4.6) does with options.

    python options.py
"""

import json

import gymnasium as gym
import numpy as np

CASES = [
    ("CartPole-v0", {}, {}, {}, 250),
    ("CartPole-v1", {"sutton_barto_reward": True}, {}, {}, 60),
    ("CartPole-v1", {}, {}, {"low": -0.02, "high": 0.15}, 60),
    ("Acrobot-v1", {}, {"book_or_nips": "nips"}, {}, 60),
    ("Acrobot-v1", {}, {"torque_noise_max": 0.7}, {}, 60),
    ("Acrobot-v1", {}, {"dt": 0.05}, {}, 60),
    ("Acrobot-v1", {}, {}, {"low": -2.5, "high": 3.0}, 40),
    ("MountainCar-v0", {"goal_velocity": 0.03}, {}, {"low": 0.3, "high": 0.5}, 60),
    ("MountainCarContinuous-v0", {"goal_velocity": 0.02}, {}, {"low": 0.2, "high": 0.44}, 60),
    ("Pendulum-v1", {"g": 3.7}, {}, {}, 60),
    ("Pendulum-v1", {}, {}, {"x_init": 0.3, "y_init": 4.0}, 60),
]


def floats(values):
    return [float(str(np.float32(x))) for x in values]


def episode(name, kwargs, attributes, reset, steps, seed):
    env = gym.make(name, **kwargs)
    for key, value in attributes.items():
        setattr(env.unwrapped, key, value)
    options = reset or None
    first, _ = env.reset(seed=seed, options=options)
    env.action_space.seed(seed)
    row = {"env": name, "config": {**kwargs, **attributes}, "reset": reset, "seed": seed, "obs0": floats(first),
           "actions": [], "obs": [], "reward": [], "terminated": [], "truncated": []}
    for _ in range(steps):
        action = env.action_space.sample()
        observation, reward, terminated, truncated, _ = env.step(action)
        row["actions"].append(action.tolist() if isinstance(action, np.ndarray) else int(action))
        row["obs"].append(floats(observation))
        row["reward"].append(float(reward))
        row["terminated"].append(int(terminated))
        row["truncated"].append(int(truncated))
        if terminated or truncated:
            break
    row["second_reset"] = floats(env.reset(options=options)[0])
    return row


with open("options.jsonl", "w") as file:
    for case in CASES:
        for seed in (3, 20):
            file.write(json.dumps(episode(*case, seed)) + "\n")

acrobot = gym.make("Acrobot-v1")
starts = [floats(acrobot.reset(seed=11)[0])] + [floats(acrobot.reset()[0]) for _ in range(199)]
with open("acrobot-starts.json", "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(start) for start in starts) + "\n]\n")
