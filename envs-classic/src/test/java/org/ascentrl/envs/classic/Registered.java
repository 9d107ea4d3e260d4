package org.ascentrl.envs.classic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.wiring.Bootstrap;

/** An environment of this module with settings, by its id. */
record Registered<C extends Record>(String id, C settings, Function<C, ClassicTask> task) {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(List.of(new ClassicPlugin()));

    static final List<String> IDS = List.of(
            "CartPole-v0", "CartPole-v1", "Acrobot-v1", "MountainCar-v0", "MountainCarContinuous-v0", "Pendulum-v1");

    /** With the options that a recording names, in Gymnasium's words. */
    static Registered<?> of(String id, Map<String, Object> config, Map<String, Object> reset) {
        return switch (id) {
            case "CartPole-v0" -> new Registered<>(id, cartPole(config, reset), CartPole::new);
            case "CartPole-v1" -> new Registered<>(id, cartPole(config, reset), CartPole::new);
            case "Acrobot-v1" ->
                new Registered<>(
                        id,
                        new AcrobotSettings(
                                AcrobotSettings.Dynamics.valueOf(config.getOrDefault("book_or_nips", "book")
                                        .toString()
                                        .toUpperCase(Locale.ROOT)),
                                number(config, "torque_noise_max", 0),
                                number(config, "dt", 0.2),
                                bounds(reset, -0.1, 0.1)),
                        Acrobot::new);
            case "MountainCar-v0" -> new Registered<>(id, mountainCar(config, reset), MountainCar::new);
            case "MountainCarContinuous-v0" ->
                new Registered<>(id, mountainCar(config, reset), MountainCarContinuous::new);
            case "Pendulum-v1" ->
                new Registered<>(
                        id,
                        new PendulumSettings(
                                number(config, "g", 10),
                                new PendulumSettings.Reset(
                                        number(reset, "x_init", Math.PI), number(reset, "y_init", 1))),
                        Pendulum::new);
            default -> throw new IllegalArgumentException(id);
        };
    }

    static Registered<?> of(String id) {
        return of(id, Map.of(), Map.of());
    }

    private static CartPoleSettings cartPole(Map<String, Object> config, Map<String, Object> reset) {
        return new CartPoleSettings(
                (Boolean) config.getOrDefault("sutton_barto_reward", false), bounds(reset, -0.05, 0.05));
    }

    private static MountainCarSettings mountainCar(Map<String, Object> config, Map<String, Object> reset) {
        return new MountainCarSettings(number(config, "goal_velocity", 0), bounds(reset, -0.6, -0.4));
    }

    private static ResetBounds bounds(Map<String, Object> reset, double low, double high) {
        return new ResetBounds(number(reset, "low", low), number(reset, "high", high));
    }

    private static double number(Map<String, Object> options, String key, double other) {
        return ((Number) options.getOrDefault(key, other)).doubleValue();
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

    ClassicEnvironment bare() {
        return new ClassicEnvironment(spec(), task.apply(settings));
    }

    VectorEnvironment createVector(int slots) {
        return factory().createVector(slots);
    }

    @Override
    public String toString() {
        return spec().id() + " " + settings;
    }
}
