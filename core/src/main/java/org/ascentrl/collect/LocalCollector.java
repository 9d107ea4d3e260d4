package org.ascentrl.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ascentrl.actor.Actor;
import org.ascentrl.experience.Extra;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.SlotRecorder;
import org.ascentrl.state.Snapshot;
import org.ascentrl.state.State;
import org.jspecify.annotations.Nullable;

/**
 * Collects on this machine. A single chunk uses the given actor itself, on the calling thread; of several, each has its
 * own actor, which gets the state of the given one before each rollout and always runs on the same thread.
 */
public final class LocalCollector implements Collector {

    private final CollectorSetup setup;
    private final List<Chunk> chunks;
    private final List<ExecutorService> threads;

    private final class Chunk {
        private final ChunkRunner runner;
        private @Nullable Actor copy;

        Chunk(int firstSlot) {
            int size = Math.min(setup.chunk(), setup.slots() - firstSlot);
            runner = new ChunkRunner(firstSlot, setup.environments().apply(size), true, setup.random());
        }

        List<SlotRecorder> run(Snapshot state, Horizon horizon, Set<Extra> extras, Progress p) {
            Actor actor = copy;
            if (actor == null) {
                actor = setup.actors().get();
                copy = actor;
            }
            state.restore(actor);
            return runner.run(actor, horizon, extras, p);
        }
    }

    public LocalCollector(CollectorSetup setup) {
        this.setup = setup;
        chunks = IntStream.iterate(0, first -> first < setup.slots(), first -> first + setup.chunk())
                .mapToObj(Chunk::new)
                .toList();
        int workers = Math.min(setup.threads(), chunks.size());
        threads = workers < 2
                ? List.of()
                : IntStream.range(0, workers)
                        .mapToObj(i -> Executors.newSingleThreadExecutor(LocalCollector::thread))
                        .toList();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "collector");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Rollout collect(Actor actor, Horizon horizon, Set<Extra> extras, Progress p) {
        if (chunks.size() == 1) {
            return Rollout.of(setup.environment(), chunks.get(0).runner.run(actor, horizon, extras, p));
        }
        Snapshot state = Snapshot.of(actor);
        List<Future<List<SlotRecorder>>> running = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            running.add(submit(i, () -> chunk.run(state, horizon, extras, p)));
        }
        return Rollout.of(setup.environment(), results(running));
    }

    private <T> Future<T> submit(int chunk, Callable<T> work) {
        if (threads.isEmpty()) {
            FutureTask<T> task = new FutureTask<>(work);
            task.run();
            return task;
        }
        return threads.get(chunk % threads.size()).submit(work);
    }

    /** Waits for all chunks, then returns their records, or throws the failure of the first that failed. */
    private static List<SlotRecorder> results(List<Future<List<SlotRecorder>>> running) {
        List<SlotRecorder> recorded = new ArrayList<>();
        List<ExecutionException> failures = new ArrayList<>();
        for (Future<List<SlotRecorder>> chunk : running) {
            try {
                recorded.addAll(chunk.get());
            } catch (ExecutionException e) {
                failures.add(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while collecting", e);
            }
        }
        if (!failures.isEmpty()) {
            throw unchecked(failures.get(0));
        }
        return recorded;
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(failed);
    }

    @Override
    public void state(State s) {
        chunks.forEach(chunk -> chunk.runner.state(s));
    }

    /** Waits for the chunks that are still running. */
    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
        threads.forEach(LocalCollector::awaitEnd);
        chunks.forEach(chunk -> chunk.runner.close());
    }

    private static void awaitEnd(ExecutorService thread) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
