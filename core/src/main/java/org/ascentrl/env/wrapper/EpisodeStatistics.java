package org.ascentrl.env.wrapper;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;

/**
 * Puts the return {@code r} and the length {@code l} of an episode under {@code episode} into the info of its last step,
 * as Gymnasium's {@code RecordEpisodeStatistics} does (without the wall time, which would differ from run to run).
 */
public final class EpisodeStatistics extends Wrapper {

    private double episodeReturn;
    private int length;

    public EpisodeStatistics(Environment inner) {
        super(inner);
    }

    @Override
    public float[] reset(long seed) {
        return start(super.reset(seed));
    }

    @Override
    public float[] reset() {
        return start(super.reset());
    }

    private float[] start(float[] observation) {
        episodeReturn = 0;
        length = 0;
        return observation;
    }

    @Override
    public StepResult step(Action action) {
        StepResult result = super.step(action);
        episodeReturn += result.reward();
        length++;
        if (!result.done()) {
            return result;
        }
        Map<String, Object> episode = new LinkedHashMap<>();
        episode.put("r", episodeReturn);
        episode.put("l", length);
        Map<String, Object> info = new LinkedHashMap<>(result.info());
        info.put("episode", episode);
        return new StepResult(result.observation(), result.reward(), result.terminated(), result.truncated(), info);
    }
}
