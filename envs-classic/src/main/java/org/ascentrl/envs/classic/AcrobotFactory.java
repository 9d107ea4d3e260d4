package org.ascentrl.envs.classic;

import java.util.OptionalDouble;

/** {@code environment = Acrobot-v1}: {@link Acrobot}, truncated after 500 steps and solved at a mean return of −100. */
public final class AcrobotFactory extends ClassicFactory<AcrobotSettings> {

    public AcrobotFactory() {
        super(AcrobotSettings.class, "Acrobot-v1", 500, OptionalDouble.of(-100), Acrobot::new);
    }
}
