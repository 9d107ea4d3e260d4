package org.ascentrl.collect;

/** {@code rollouts = local}. */
public final class LocalCollectorFactory implements CollectorFactory<LocalSettings> {

    @Override
    public Class<LocalSettings> settings() {
        return LocalSettings.class;
    }

    @Override
    public Collector create(LocalSettings settings, CollectorSetup setup) {
        return new LocalCollector(setup);
    }
}
