package org.ascentrl.benchmarks;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Operations in a second of the processor's time instead of the clock's, for machines on which other work runs: {@code -prof
 * org.ascentrl.benchmarks.CpuProfiler}. The time is that of the whole process, its compiler and collector included.
 */
public final class CpuProfiler implements InternalProfiler {

    private Duration before = Duration.ZERO;

    @Override
    public String getDescription() {
        return "Operations per CPU second";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = used();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = used().minus(before).toNanos() / 1e9;
        double operations = result.getMetadata().getAllOps();
        return List.of(new ScalarResult("cpu", operations / seconds, "ops/CPU s", AggregationPolicy.AVG));
    }

    private static Duration used() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("this system does not tell the CPU time of a process"));
    }
}
