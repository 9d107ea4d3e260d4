package org.ascentrl.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.registry.Task;

/**
 * Offers what settings can choose by name. A jar names its plug-in in {@code META-INF/services}.
 *
 * <pre>{@code
 * public final class MyPlugin extends Plugin {
 *     @Override
 *     protected void configure() {
 *         offer(Kind.ALGORITHM, "trpo", TrpoSettings.class, Trpo::new);
 *         offer(Kind.COLLECTOR, "remote", RemoteSettings.class, RemoteCollectors.class); // its constructor has @Inject
 *         bind(ClusterClient.class).toProvider(..);
 *     }
 * }
 * }</pre>
 *
 * <p>A name {@code stem:*} offers every name that begins with {@code stem:}, as {@code gym:*} does
 * {@code gym:CartPole-v1}; options stand in the section {@code stem}.
 *
 * <p>A factory is made when its name is chosen, and not before: a plug-in must not touch native libraries, nor hold
 * types of theirs in fields.
 */
public abstract class Plugin extends AbstractModule {

    /**
     * Offers what a factory makes.
     *
     * @param settings the record of its options, which stand in the section of the same name
     */
    protected final <C extends Record, S, T> void offer(
            Kind<S, T> kind, String name, Class<C> settings, Factory<C, S, ? extends T> factory) {
        offer(kind, name, new Offer<>(settings, () -> factory));
    }

    /** Offers what a factory makes that Guice builds, from bindings of this plug-in or of the application. */
    protected final <C extends Record, S, T> void offer(
            Kind<S, T> kind, String name, Class<C> settings, Class<? extends Factory<C, S, ? extends T>> factory) {
        Provider<? extends Factory<C, S, ? extends T>> provider = getProvider(factory);
        offer(kind, name, new Offer<>(settings, provider::get));
    }

    private <S, T> void offer(Kind<S, T> kind, String name, Offer<?, S, T> offer) {
        Registry.offers(binder(), kind).addBinding(name).toInstance(offer);
    }

    /** Offers an environment of a task, as {@link EnvironmentFactory#of(String, int, OptionalDouble, java.util.function.Supplier)}. */
    protected final <C extends Record> void offerTask(
            String id,
            int maxEpisodeSteps,
            OptionalDouble rewardThreshold,
            Class<C> settings,
            Function<? super C, ? extends Task> task) {
        offer(
                Kind.ENVIRONMENT,
                id,
                settings,
                (options, name) ->
                        EnvironmentFactory.of(name, maxEpisodeSteps, rewardThreshold, () -> task.apply(options)));
    }
}
