package org.ascentrl.env.wrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ascentrl.env.Environment;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Dict;
import org.ascentrl.env.space.Space;
import org.ascentrl.env.space.Tuple;
import org.ascentrl.settings.Setting;

/**
 * Adds the number of steps of the episode to the observation: to a Box as its last number, to a Tuple as its last part,
 * to a Dict under the name {@code time}; any other observation becomes a Dict of {@code obs} and {@code time}.
 */
public final class TimeAwareObservation extends ObservationWrapper {

    /** The options. */
    public record Settings(
            @Setting("show the time as a fraction of the step limit, instead of as a number of steps")
            boolean normalizeTime) {}

    private static final String TIME = "time";

    private final int at;
    private final int limit;
    private final boolean normalizeTime;
    private int steps;

    /**
     * @param normalizeTime whether the time is a fraction of the step limit
     * @throws IllegalArgumentException if there is no step limit, or the observation already has a part {@code time}
     */
    public TimeAwareObservation(Environment inner, boolean normalizeTime) {
        super(inner, withTime(inner.spec().observationSpace(), time(inner, normalizeTime)));
        limit = limit(inner);
        this.normalizeTime = normalizeTime;
        at = spec().observationSpace() instanceof Dict dict
                ? dict.offset(TIME)
                : inner.spec().observationSpace().flatSize();
    }

    private static int limit(Environment inner) {
        return inner.spec()
                .maxEpisodeSteps()
                .orElseThrow(() -> new IllegalArgumentException("TimeAwareObservation: "
                        + inner.spec().id() + " has no step limit. Put TimeLimit before it in wrappers"));
    }

    private static Box time(Environment inner, boolean normalizeTime) {
        return Box.of(0, normalizeTime ? 1 : limit(inner), 1);
    }

    private static Space withTime(Space space, Box time) {
        if (space instanceof Box box) {
            int size = box.flatSize();
            float[] low = new float[size + 1];
            float[] high = new float[size + 1];
            for (int i = 0; i < size; i++) {
                low[i] = box.low(i);
                high[i] = box.high(i);
            }
            high[size] = time.high(0);
            return Box.of(low, high);
        }
        if (space instanceof Tuple tuple) {
            List<Space> parts = new ArrayList<>(tuple.parts());
            parts.add(time);
            return new Tuple(parts);
        }
        if (space instanceof Dict dict) {
            Map<String, Space> spaces = new TreeMap<>(dict.spaces());
            if (spaces.put(TIME, time) != null) {
                throw new IllegalArgumentException(
                        "TimeAwareObservation: the observations " + dict + " have a part time already");
            }
            return new Dict(spaces);
        }
        return new Dict(Map.of("obs", space, TIME, time));
    }

    @Override
    protected float[] first(float[] observation) {
        steps = 0;
        return shown(observation);
    }

    @Override
    protected float[] next(float[] observation) {
        steps++;
        return shown(observation);
    }

    private float[] shown(float[] observation) {
        float[] shown = new float[observation.length + 1];
        System.arraycopy(observation, 0, shown, 0, at);
        shown[at] = normalizeTime ? (float) ((double) steps / limit) : steps;
        System.arraycopy(observation, at, shown, at + 1, observation.length - at);
        return shown;
    }
}
