package org.ascentrl.tck;

import java.util.ArrayList;
import java.util.List;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;
import org.ascentrl.experience.SlotRecorder;

/**
 * Rollouts with the observations, rewards and ends of another one, but with other actions and masks: row t takes choice
 * (t + shift) modulo the number of choices.
 */
final class MaskedExperience {

    private final Discrete space;
    private final EnvironmentSpec spec;
    private final int shift;
    private final boolean forced;

    /**
     * @param spec of a discrete action space
     * @param forced whether the masks allow nothing but the choice taken; otherwise they allow everything
     */
    MaskedExperience(EnvironmentSpec spec, int shift, boolean forced) {
        this.spec = spec;
        this.shift = shift;
        this.forced = forced;
        space = (Discrete) spec.actionSpace();
    }

    /** The same experience with these actions and masks. */
    Rollout of(Rollout from) {
        List<SlotRecorder> slots = new ArrayList<>();
        Actions chosen = Actions.of(space, 1);
        for (int i = 0; i < from.segments().size(); i++) {
            Segment segment = from.segments().get(i);
            while (slots.size() <= segment.slot()) {
                slots.add(new SlotRecorder(spec, slots.size()));
            }
            SlotRecorder slot = slots.get(segment.slot());
            slot.startsEpisode(segment.startsEpisode());
            for (int t = segment.from(); t < segment.to(); t++) {
                chosen.set(0, Action.of(space.start() + choice(t)));
                slot.step(0, from.observations().rows(t), mask(t), chosen);
                slot.reward(from.rewards()[t]);
            }
            slot.end(segment.end(), 0, from.finalObservations().rows(i), mask(segment.to()));
        }
        from.finished().forEach(episode -> slots.get(episode.slot()).finish(episode));
        return Rollout.of(spec, slots);
    }

    private int choice(int t) {
        return (t + shift) % space.n();
    }

    private Masks mask(int t) {
        if (!forced) {
            return Masks.ALL;
        }
        boolean[] mask = new boolean[space.n()];
        mask[choice(t)] = true;
        return Masks.of(mask, space.n());
    }
}
