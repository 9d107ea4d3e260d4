package org.ascentrl.envs.box2d;

import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.random.NumpyGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lander comes down to a helipad on the moon: its engines are to stop its fall and to keep it upright. The same seed and
 * the same actions give the episode that Gymnasium's {@code LunarLander-v3} gives, up to the first contact with the ground
 * to the last bit.
 *
 * <p>Viewed from the side, 20 m wide and 13.33 m high; steps of 0.02 s. The lander weighs 4.8 kg, each of its two legs
 * 0.07 kg. The main engine pushes it away from its legs; one engine at each side pushes it sideways and turns it. Where the
 * engines push varies a little from step to step, at random.
 *
 * <table>
 * <caption>Action: {@code Discrete(4)}</caption>
 * <tr><th>Action</th><th>Meaning</th></tr>
 * <tr><td>0</td><td>no engine</td></tr>
 * <tr><td>1</td><td>left engine: pushes to the left, turns counterclockwise</td></tr>
 * <tr><td>2</td><td>main engine</td></tr>
 * <tr><td>3</td><td>right engine: pushes to the right, turns clockwise</td></tr>
 * </table>
 *
 * <table>
 * <caption>Action with {@link LunarLanderSettings#continuous()}, as {@code LunarLanderContinuous-v3}: {@code Box} of 2
 * numbers</caption>
 * <tr><th>Index</th><th>Number</th><th>Range</th></tr>
 * <tr><td>0</td><td>main engine: off up to 0, above it 50 % to 100 % of its power</td><td>±1</td></tr>
 * <tr><td>1</td><td>left engine below −0.5, right engine above 0.5, with as much of its power; none between</td><td>±1</td>
 *     </tr>
 * </table>
 *
 * <table>
 * <caption>Observation: {@code Box} of 8 numbers</caption>
 * <tr><th>Index</th><th>Number</th><th>Unit</th><th>Range of the space</th></tr>
 * <tr><td>0</td><td>position x from the helipad, right is positive</td><td>10 m</td><td>±2.5</td></tr>
 * <tr><td>1</td><td>height of the legs above the helipad</td><td>6.67 m</td><td>±2.5</td></tr>
 * <tr><td>2</td><td>velocity in x</td><td>5 m/s</td><td>±10</td></tr>
 * <tr><td>3</td><td>velocity upwards</td><td>7.5 m/s</td><td>±10</td></tr>
 * <tr><td>4</td><td>angle from upright, counterclockwise is positive</td><td>rad</td><td>±6.28</td></tr>
 * <tr><td>5</td><td>angular velocity</td><td>2.5 rad/s</td><td>±10</td></tr>
 * <tr><td>6</td><td>whether the right leg touches the ground</td><td>none</td><td>0 or 1</td></tr>
 * <tr><td>7</td><td>whether the left leg touches the ground</td><td>none</td><td>0 or 1</td></tr>
 * </table>
 *
 * <p><strong>Rewards:</strong> the gain in −100·(distance to the helipad + speed + |angle|) + 10 for each leg that touches
 * the ground, in the units of the observation; less 0.3 for the main engine and 0.03 for an engine at the side, times its
 * power. A step that ends in a crash or out of sight gives −100 instead, one that comes to rest 100.
 *
 * <p><strong>Start:</strong> at the middle of the upper edge, pushed by a force of up to 1000 N each way for one step. The
 * terrain is drawn anew, but for the helipad.
 *
 * <p><strong>End:</strong> terminated when the lander's body touches the ground, when |x| reaches 1, and when it has come to
 * rest; truncated after 1000 steps.
 *
 * <p><strong>Options:</strong> {@link LunarLanderSettings}: gravity, and wind.
 */
public final class LunarLander extends Box2dTask {

    private static final Logger LOG = LoggerFactory.getLogger(LunarLander.class);

    private static final double MAX_WIND_POWER = 20; // N
    private static final double MAX_TURBULENCE_POWER = 2; // N·m

    private static final Discrete CHOICES = new Discrete(4);
    private static final Box THROTTLES = Box.of(-1, 1, 2);
    private static final Box OBSERVATION_SPACE = observations();

    private final LunarLanderSettings settings;

    LunarLander(LunarLanderSettings settings) {
        this.settings = settings;
    }

    private static Box observations() {
        float turn = (float) (2 * Math.PI);
        return Box.of(
                new float[] {-2.5f, -2.5f, -10, -10, -turn, -10, 0, 0},
                new float[] {2.5f, 2.5f, 10, 10, turn, 10, 1, 1});
    }

    @Override
    void warn() {
        warnOutside("wind-power", settings.windPower(), MAX_WIND_POWER);
        warnOutside("turbulence-power", settings.turbulencePower(), MAX_TURBULENCE_POWER);
    }

    private static void warnOutside(String key, double value, double max) {
        if (value < 0 || value > max) {
            LOG.warn("{} = {}: Gymnasium recommends 0 to {}", key, value, max);
        }
    }

    @Override
    public Box observationSpace() {
        return OBSERVATION_SPACE;
    }

    @Override
    public Space actionSpace() {
        return settings.continuous() ? THROTTLES : CHOICES;
    }

    @Override
    LanderEpisode begin(NumpyGenerator random) {
        return new LanderEpisode(settings, random);
    }
}
