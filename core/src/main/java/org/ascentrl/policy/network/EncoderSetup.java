package org.ascentrl.policy.network;

import java.util.random.RandomGenerator;
import org.ascentrl.env.space.Space;
import org.ascentrl.nn.LinearLayers;
import org.ascentrl.tensor.Tensors;

/**
 * The parts that an encoder is built from.
 *
 * @param observations the space of the observations
 * @param inputs the length of a row: D, or D + d in the critic Q(s, a) of a {@link FlatEncoder}. Encoders that are not
 *     flat, such as convolutional networks, take their shapes from {@code observations} instead
 * @param layers creates linear layers, initialized as settings say, and noisy if the algorithm explores by noise in them
 * @param init the stream from which the initial values of other parameters are drawn
 * @param tensors creates other parameters
 */
public record EncoderSetup(
        Space observations, int inputs, LinearLayers layers, RandomGenerator init, Tensors tensors) {}
