package org.ascentrl.envs.box2d;

import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.space.Actions;
import org.ascentrl.state.State;

/**
 * Walks {@link BipedalWalker} without having learned it, as the controller that comes with Gymnasium does: it stands on one
 * leg, swings the other forward, puts it down and pushes off. It has no notion of balance, and returns 86 in the mean; learned
 * policies can be compared with it. Acts the same whether it is to explore or not. Immutable: where a step is in its gait, the
 * memory of the slot tells.
 */
public final class BipedalWalkerHeuristic implements Actor {

    private static final int FEATURES = 24;
    private static final int TORQUES = 4;

    // Memory of a slot; all zero before its first step.
    private static final int MEMORY = 3;
    private static final int PHASE = 0;
    private static final int MOVING_LEG = 1; // 0 or 1; the other one supports
    private static final int SUPPORTING_KNEE = 2; // rad

    private static final float NOT_STARTED = 0;
    private static final float STAND_ON_ONE_LEG = 1;
    private static final float PUT_OTHER_DOWN = 2;
    private static final float PUSH_OFF = 3;

    private static final float SPEED = 0.29f; // in the unit of the observation; a faster walker falls
    private static final float SUPPORT_KNEE = 0.1f; // rad
    private static final float KNEE_STRETCH = 0.03f; // rad in a step

    // Of the five numbers of a leg in the observation.
    private static final int LEGS = 4;
    private static final int PER_LEG = 5;
    private static final int KNEE = 2;
    private static final int CONTACT = 4;

    @Override
    public int memorySize() {
        return MEMORY;
    }

    @Override
    public void act(ActRequest in, Actions out) {
        for (int row = 0; row < in.rows(); row++) {
            act(in.observations().floats(), row * FEATURES, in.memory(), row * MEMORY, out.reals(), row * TORQUES);
        }
    }

    /** The first action of an episode is none: so Gymnasium's demonstration starts. */
    private static void act(float[] s, int at, float[] memory, int m, float[] torques, int to) {
        if (memory[m + PHASE] == NOT_STARTED) {
            memory[m + PHASE] = STAND_ON_ONE_LEG;
            memory[m + SUPPORTING_KNEE] = SUPPORT_KNEE;
            for (int i = 0; i < TORQUES; i++) {
                torques[to + i] = 0;
            }
            return;
        }
        int moving = (int) memory[m + MOVING_LEG];
        Aim aim = aim(s, at, memory, m, moving);
        drive(s, at, moving, aim.hip(), aim.knee(), torques, to);
        drive(s, at, 1 - moving, Float.NaN, aim.otherKnee(), torques, to);
    }

    /** Sets the targets of the joints; phases that end go over to the next within the step. */
    private static Aim aim(float[] s, int at, float[] memory, int m, int moving) {
        int leg = at + LEGS + PER_LEG * moving;
        int other = at + LEGS + PER_LEG * (1 - moving);
        float speed = s[at + 2];
        Aim aim = Aim.NONE;
        if (memory[m + PHASE] == STAND_ON_ONE_LEG) {
            float stretched = memory[m + SUPPORTING_KNEE] + (speed > SPEED ? 2 * KNEE_STRETCH : KNEE_STRETCH);
            memory[m + SUPPORTING_KNEE] = Math.min(stretched, SUPPORT_KNEE);
            aim = new Aim(1.1f, -0.6f, memory[m + SUPPORTING_KNEE]);
            if (s[other] < 0.10f) {
                memory[m + PHASE] = PUT_OTHER_DOWN;
            }
        }
        if (memory[m + PHASE] == PUT_OTHER_DOWN) {
            aim = new Aim(0.1f, SUPPORT_KNEE, memory[m + SUPPORTING_KNEE]);
            if (s[leg + CONTACT] != 0) {
                memory[m + PHASE] = PUSH_OFF;
                memory[m + SUPPORTING_KNEE] = Math.min(s[leg + KNEE], SUPPORT_KNEE);
            }
        }
        if (memory[m + PHASE] == PUSH_OFF) {
            aim = new Aim(aim.hip(), memory[m + SUPPORTING_KNEE], 1);
            if (s[other + KNEE] > 0.88f || speed > 1.2f * SPEED) {
                memory[m + PHASE] = STAND_ON_ONE_LEG;
                memory[m + MOVING_LEG] = 1 - moving;
            }
        }
        return aim;
    }

    /** Proportional and derivative control of a leg's joints, and of the hull's angle and height through them. */
    private static void drive(float[] s, int at, int side, float hip, float knee, float[] torques, int to) {
        int leg = at + LEGS + PER_LEG * side;
        float balance = 0.9f * (0 - s[at]) - 1.5f * s[at + 1];
        float toHip = Float.isNaN(hip) ? 0 : 0.9f * (hip - s[leg]) - 0.25f * s[leg + 1];
        float toKnee = Float.isNaN(knee) ? 0 : 4.0f * (knee - s[leg + KNEE]) - 0.25f * s[leg + KNEE + 1];
        torques[to + 2 * side] = clip(0.5f * (toHip - balance));
        torques[to + 2 * side + 1] = clip(0.5f * (toKnee - 15.0f * s[at + 3]));
    }

    private static float clip(float x) {
        return Math.min(Math.max(x, -1), 1);
    }

    @Override
    public void state(State s) {}

    /**
     * Angles to reach, in rad; not a number where there is none.
     *
     * @param hip of the moving leg
     * @param knee of the moving leg
     * @param otherKnee of the supporting leg
     */
    private record Aim(float hip, float knee, float otherKnee) {

        static final Aim NONE = new Aim(Float.NaN, Float.NaN, Float.NaN);
    }
}
