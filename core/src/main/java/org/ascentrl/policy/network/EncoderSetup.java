package org.ascentrl.policy.network;

import java.util.random.RandomGenerator;
import org.ascentrl.env.space.Space;
import org.ascentrl.nn.LinearLayers;
import org.ascentrl.tensor.Tensors;

/**
 * The parts that an encoder is built from.
 *
 * @param observations the space of the observations
 * @param inputs for a {@link FlatEncoder} the length of its rows: D, or D + d in a critic Q(s, a)
 * @param layers makes linear layers, initialized as settings say and noisy where the algorithm explores by them
 * @param init the stream to draw the initial values of other parameters from
 * @param tensors makes other parameters
 */
public record EncoderSetup(
        Space observations, int inputs, LinearLayers layers, RandomGenerator init, Tensors tensors) {}
