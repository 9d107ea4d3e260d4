package org.ascentrl.algorithm;

import java.util.Collection;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named numbers of one update, in insertion order. Immutable. */
public final class Metrics {

    private final Map<String, Double> values;

    private Metrics(Map<String, Double> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    public static Metrics none() {
        return new Metrics(new LinkedHashMap<>());
    }

    public static Metrics of(String name, double value) {
        return none().with(name, value);
    }

    public static Metrics of(String name, double value, String name2, double value2) {
        return of(name, value).with(name2, value2);
    }

    /** Returns the mean of each metric over the updates that report it. */
    public static Metrics mean(Collection<Metrics> all) {
        Map<String, DoubleSummaryStatistics> statistics = new LinkedHashMap<>();
        for (Metrics metrics : all) {
            metrics.values.forEach((name, value) -> statistics
                    .computeIfAbsent(name, n -> new DoubleSummaryStatistics())
                    .accept(value));
        }
        Map<String, Double> means = new LinkedHashMap<>();
        statistics.forEach((name, s) -> means.put(name, s.getAverage()));
        return new Metrics(means);
    }

    /** Returns these metrics with another one added. */
    public Metrics with(String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Metrics(more);
    }

    /** Returns these metrics followed by {@code others}. */
    public Metrics with(Metrics others) {
        Map<String, Double> more = new LinkedHashMap<>(values);
        more.putAll(others.values);
        return new Metrics(more);
    }

    public Map<String, Double> asMap() {
        return values;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
