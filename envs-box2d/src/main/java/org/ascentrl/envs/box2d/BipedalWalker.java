package org.ascentrl.envs.box2d;

import org.ascentrl.env.space.Box;
import org.ascentrl.random.NumpyGenerator;

/**
 * A robot with two legs of two joints each walks to the right over uneven ground, which it sees through a lidar. The same
 * seed gives the terrain and the start of Gymnasium's {@code BipedalWalker-v3}; the episode goes on as Gymnasium's within
 * rounding, which grows, as the legs touch the ground from the first step on.
 *
 * <p>Steps of 0.02 s. The hull weighs 5.4 kg, a leg 0.54 kg. The ground is 93 m long, in pieces of 0.47 m; it starts flat.
 *
 * <table>
 * <caption>Action: {@code Box} of 4 numbers</caption>
 * <tr><th>Index</th><th>Number</th><th>Unit</th><th>Range</th></tr>
 * <tr><td>0, 2</td><td>torque of the hip of leg 1 and 2, which turns at up to 4 rad/s</td><td>80 N·m</td><td>±1</td></tr>
 * <tr><td>1, 3</td><td>torque of the knee of leg 1 and 2, which turns at up to 6 rad/s</td><td>80 N·m</td><td>±1</td></tr>
 * </table>
 *
 * <table>
 * <caption>Observation: {@code Box} of 24 numbers</caption>
 * <tr><th>Index</th><th>Number</th><th>Unit</th><th>Range of the space</th></tr>
 * <tr><td>0</td><td>angle of the hull, counterclockwise is positive</td><td>rad</td><td>±π</td></tr>
 * <tr><td>1</td><td>angular velocity of the hull</td><td>25 rad/s</td><td>±5</td></tr>
 * <tr><td>2</td><td>velocity in x</td><td>8.3 m/s</td><td>±5</td></tr>
 * <tr><td>3</td><td>velocity upwards</td><td>12.5 m/s</td><td>±5</td></tr>
 * <tr><td>4, 9</td><td>angle of the hip of leg 1 and 2</td><td>rad</td><td>±π</td></tr>
 * <tr><td>5, 10</td><td>angular velocity of the hip</td><td>4 rad/s</td><td>±5</td></tr>
 * <tr><td>6, 11</td><td>angle of the knee, and 1</td><td>rad</td><td>±π</td></tr>
 * <tr><td>7, 12</td><td>angular velocity of the knee</td><td>6 rad/s</td><td>±5</td></tr>
 * <tr><td>8, 13</td><td>whether the leg touches the ground</td><td>none</td><td>0 to 5; it is 0 or 1</td></tr>
 * <tr><td>14 to 23</td><td>distance to the ground from the hull, from straight down to 77° ahead</td><td>5.33 m</td><td>±1;
 *     it is 0 to 1</td></tr>
 * </table>
 *
 * <p><strong>Rewards:</strong> the gain in 4.33·x − 5·|angle of the hull|, where x is in metres, less 0.028 for each torque,
 * times its size. A fall gives −100 instead. The way to the end is worth a little over 300.
 *
 * <p><strong>Start:</strong> standing upright 4.67 m from the left end, pushed by a force of up to 5 N for one step. The
 * terrain is drawn anew.
 *
 * <p><strong>End:</strong> terminated when the hull touches the ground, at the left end, and 4.67 m before the right end;
 * truncated after 1600 steps, as {@code BipedalWalkerHardcore-v3} after 2000.
 *
 * <p><strong>Option:</strong> {@link BipedalWalkerSettings#hardcore()}: obstacles.
 */
public final class BipedalWalker extends Box2dTask {

    private static final Box ACTION_SPACE = Box.of(-1, 1, 4);
    private static final Box OBSERVATION_SPACE = observations();

    private final BipedalWalkerSettings settings;

    BipedalWalker(BipedalWalkerSettings settings) {
        this.settings = settings;
    }

    private static Box observations() {
        float pi = (float) Math.PI;
        return Box.of(
                new float[] {
                    -pi, -5, -5, -5, -pi, -5, -pi, -5, 0, -pi, -5, -pi, -5, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1
                },
                new float[] {pi, 5, 5, 5, pi, 5, pi, 5, 5, pi, 5, pi, 5, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    }

    @Override
    public Box observationSpace() {
        return OBSERVATION_SPACE;
    }

    @Override
    public Box actionSpace() {
        return ACTION_SPACE;
    }

    @Override
    WalkerEpisode begin(NumpyGenerator random) {
        return new WalkerEpisode(settings, random);
    }
}
