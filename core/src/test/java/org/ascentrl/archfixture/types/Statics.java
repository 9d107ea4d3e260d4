package org.ascentrl.archfixture.types;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

final class Statics {

    static final class OfVariable {
        private static int count;

        int next() {
            return ++count;
        }
    }

    static final class OfPublicArray {
        @SuppressWarnings("MutablePublicArray")
        public static final int[] PRIMES = {2, 3, 5};
    }

    static final class OfProtectedArray {
        @SuppressWarnings("ProtectedMembersInFinalClass")
        protected static final int[][] PRIMES = {{2}, {3}};
    }

    static final class OfList {
        static final ArrayList<String> NAMES = new ArrayList<>();
    }

    static final class OfMap {
        private static final HashMap<String, String> NAMES = new HashMap<>();

        int size() {
            return NAMES.size();
        }
    }

    static final class OfConcurrentMap {
        static final ConcurrentMap<String, String> NAMES = new ConcurrentHashMap<>();
    }

    static final class OfAtomic {
        static final AtomicInteger COUNT = new AtomicInteger();
    }

    static final class OfThread {
        static final ThreadLocal<String> NAME = new ThreadLocal<>();
    }

    static final class OfText {
        static final StringBuilder TEXT = new StringBuilder();
    }

    static final class OfBits {
        static final BitSet BITS = new BitSet();
    }

    static final class OfOwnType {
        static final Counter COUNTER = new Counter();
    }

    static final class Counter {
        int count;
    }

    static final class Constants {
        static final Constants ONE = new Constants(1);
        static final List<Constants> ALL = List.of(ONE);
        static final String NAME = "constants";
        private static final double[] TABLE = {0.5, 1};

        private final int number;

        Constants(int number) {
            this.number = number;
        }

        double value() {
            return TABLE[number];
        }
    }

    private Statics() {}
}
