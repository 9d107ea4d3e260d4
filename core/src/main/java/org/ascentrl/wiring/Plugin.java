package org.ascentrl.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.registry.Task;

/**
 * The implementations that a module offers, under the names by which settings choose them. A jar declares its plug-in
 * in {@code META-INF/services}.
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
 * <p>A name may be a pattern {@code stem:*}, which settings choose by any name that begins with {@code stem:}. A
 * plug-in that offers environments as {@code sim:*} is asked to create {@code sim:Hopper}, for example; their options
 * stand in the section {@code sim}.
 *
 * <p>A factory is created only when its name is chosen. The plug-in itself must not load native libraries, nor have
 * fields of their types.
 */
public abstract class Plugin extends AbstractModule {

    /**
     * Offers the products of a factory.
     *
     * @param settings the record of its options, which stand in the section of the same name
     */
    protected final <C extends Record, S, T> void offer(
            Kind<S, T> kind, String name, Class<C> settings, Factory<C, S, ? extends T> factory) {
        offer(kind, name, new Offer<>(settings, () -> factory));
    }

    /** Offers the products of a factory that Guice creates, from bindings of this plug-in or of the application. */
    protected final <C extends Record, S, T> void offer(
            Kind<S, T> kind, String name, Class<C> settings, Class<? extends Factory<C, S, ? extends T>> factory) {
        Provider<? extends Factory<C, S, ? extends T>> provider = getProvider(factory);
        offer(kind, name, new Offer<>(settings, provider::get));
    }

    private <S, T> void offer(Kind<S, T> kind, String name, Offer<?, S, T> offer) {
        Registry.offers(binder(), kind).addBinding(name).toInstance(offer);
    }

    /**
     * Offers an environment of a task; see {@link EnvironmentFactory#of(String, int, OptionalDouble,
     * java.util.function.Supplier)}.
     */
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
