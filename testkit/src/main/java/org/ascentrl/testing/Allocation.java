package org.ascentrl.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/** Measures the allocations of calls on the heap once they have warmed up. */
public final class Allocation {
    private static final int CALLS = 10_000;
    private static final int ROUNDS = 10;

    private Allocation() {}

    /**
     * The bytes that 10,000 calls allocate in this thread, after as many that are not counted.
     *
     * <p>The least of several rounds: a compiler that finishes in one of them puts a few bytes of its own into the
     * thread's account, a call that allocates does so in every round.
     *
     * @param call is given its number, from 0
     */
    public static long ofCalls(IntConsumer call) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int number = 0;
        while (number < CALLS) {
            call.accept(number++);
        }
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            long before = thread.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                call.accept(number++);
            }
            least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
