package org.ascentrl.envs.box2d;

import java.util.List;
import java.util.Map;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.vector.VectorEnvironment;

/** An environment of this module with settings, by its id. */
record Registered<C extends Record>(Box2dFactory<C> factory, C settings) {

    static final List<String> IDS =
            List.of("LunarLander-v3", "LunarLanderContinuous-v3", "BipedalWalker-v3", "BipedalWalkerHardcore-v3");

    /** With the options that a recording names, in Gymnasium's words. */
    static Registered<?> of(String id, Map<String, Object> config) {
        return switch (id) {
            case "LunarLander-v3" -> new Registered<>(new LunarLanderFactory(), lander(config, false));
            case "LunarLanderContinuous-v3" ->
                new Registered<>(new LunarLanderContinuousFactory(), lander(config, true));
            case "BipedalWalker-v3" -> new Registered<>(new BipedalWalkerFactory(), walker(config, false));
            case "BipedalWalkerHardcore-v3" ->
                new Registered<>(new BipedalWalkerHardcoreFactory(), walker(config, true));
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

    EnvironmentSpec spec() {
        return factory.spec(settings);
    }

    Environment create() {
        return factory.create(settings);
    }

    Box2dTask task() {
        return factory.task(settings);
    }

    VectorEnvironment createVector(int slots) {
        return factory.createVector(settings, slots);
    }

    @Override
    public String toString() {
        return spec().id() + " " + settings;
    }
}
