package org.ascentrl.envs.box2d;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.wiring.Bootstrap;

/** An environment of this module with settings, by its id. */
record Registered<C extends Record>(String id, C settings, Function<C, Box2dTask> maker) {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(List.of(new Box2dPlugin()));

    static final List<String> IDS =
            List.of("LunarLander-v3", "LunarLanderContinuous-v3", "BipedalWalker-v3", "BipedalWalkerHardcore-v3");

    /** With the options that a recording names, in Gymnasium's words. */
    static Registered<?> of(String id, Map<String, Object> config) {
        return switch (id) {
            case "LunarLander-v3" -> new Registered<>(id, lander(config, false), LunarLander::new);
            case "LunarLanderContinuous-v3" -> new Registered<>(id, lander(config, true), LunarLander::new);
            case "BipedalWalker-v3" -> new Registered<>(id, walker(config, false), BipedalWalker::new);
            case "BipedalWalkerHardcore-v3" -> new Registered<>(id, walker(config, true), BipedalWalker::new);
            default -> throw new IllegalArgumentException(id);
        };
    }

    static Registered<?> of(String id) {
        return of(id, Map.of());
    }

    private static LunarLanderSettings lander(Map<String, Object> config, boolean continuous) {
        return new LunarLanderSettings(
                (Boolean) config.getOrDefault("continuous", continuous),
                number(config, "gravity", -10),
                (Boolean) config.getOrDefault("enable_wind", false),
                number(config, "wind_power", 15),
                number(config, "turbulence_power", 1.5));
    }

    private static BipedalWalkerSettings walker(Map<String, Object> config, boolean hardcore) {
        return new BipedalWalkerSettings((Boolean) config.getOrDefault("hardcore", hardcore));
    }

    private static double number(Map<String, Object> config, String key, double other) {
        return ((Number) config.getOrDefault(key, other)).doubleValue();
    }

    EnvironmentFactory factory() {
        return BOOTSTRAP.environment(id, settings);
    }

    EnvironmentSpec spec() {
        return factory().spec();
    }

    Environment create() {
        return factory().create();
    }

    Box2dTask task() {
        return maker.apply(settings).ready();
    }

    VectorEnvironment createVector(int slots) {
        return factory().createVector(slots);
    }

    @Override
    public String toString() {
        return spec().id() + " " + settings;
    }
}
