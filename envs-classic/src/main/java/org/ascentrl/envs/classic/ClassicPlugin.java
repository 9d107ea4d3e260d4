package org.ascentrl.envs.classic;

import java.util.OptionalDouble;
import org.ascentrl.wiring.Plugin;

/** Offers the classic-control environments of Gymnasium. */
public final class ClassicPlugin extends Plugin {

    @Override
    protected void configure() {
        offerTask("Acrobot-v1", 500, OptionalDouble.of(-100), AcrobotSettings.class, Acrobot::new);
        offerTask("CartPole-v0", 200, OptionalDouble.of(195), CartPoleSettings.class, CartPole::new);
        offerTask("CartPole-v1", 500, OptionalDouble.of(475), CartPoleSettings.class, CartPole::new);
        offerTask("MountainCar-v0", 200, OptionalDouble.of(-110), MountainCarSettings.class, MountainCar::new);
        offerTask(
                "MountainCarContinuous-v0",
                999,
                OptionalDouble.of(90),
                MountainCarSettings.class,
                MountainCarContinuous::new);
        offerTask("Pendulum-v1", 200, OptionalDouble.empty(), PendulumSettings.class, Pendulum::new);
    }
}
