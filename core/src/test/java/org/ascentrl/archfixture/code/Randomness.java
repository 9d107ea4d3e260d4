package org.ascentrl.archfixture.code;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

public interface Randomness {

    record OfRandom(Random random) {}

    record OfSplittable(SplittableRandom random) {}

    record OfSecure(SecureRandom random) {}

    record OfFactory(RandomGeneratorFactory<?> factory) {}

    final class OfThread {
        int draw() {
            return ThreadLocalRandom.current().nextInt();
        }
    }

    final class OfName {
        RandomGenerator make() {
            return RandomGenerator.of("L64X128MixRandom");
        }
    }

    final class OfDefault {
        RandomGenerator make() {
            return RandomGenerator.getDefault();
        }
    }

    final class OfMath {
        DoubleSupplier supplier() {
            return Math::random;
        }
    }

    final class OfStrictMath {
        double draw() {
            return StrictMath.random();
        }
    }

    final class OfShuffle {
        void shuffle(List<String> list) {
            Collections.shuffle(list);
        }
    }

    record Given(RandomGenerator random) {}
}
