package org.ascentrl.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.ascentrl.arch.Conditions.elsewhere;
import static org.ascentrl.arch.Conditions.in;
import static org.ascentrl.arch.Conditions.nowhere;
import static org.ascentrl.arch.Conditions.useNone;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Parts of the JDK that no class may use, except in the one place for it. */
public final class CodeRules {

    private CodeRules() {}

    /**
     * The rules, each a name, a reason, the place that is exempt, and what may be used there alone.
     *
     * @param base the package that the layers stand in
     */
    public static List<ArchRule> all(String base) {
        return List.of(
                rule(
                        "no randomness but that of the package random",
                        "a run's random numbers come from named streams, whose state can be saved",
                        in(base, "random"),
                        "java.util.Random",
                        "java.util.SplittableRandom",
                        "java.util.concurrent.ThreadLocalRandom",
                        "java.security.SecureRandom",
                        "java.util.random.RandomGeneratorFactory",
                        "java.util.random.RandomGenerator#of",
                        "java.util.random.RandomGenerator#getDefault",
                        "java.lang.Math#random",
                        "java.lang.StrictMath#random",
                        "java.util.Collections#shuffle"),
                rule(
                        "no look at the clock outside training, run and the application",
                        "what a run computes does not depend on when it runs",
                        in(base, "training", "run", "app.."),
                        "java.lang.System#nanoTime",
                        "java.lang.System#currentTimeMillis",
                        "java.time.Clock",
                        "java.time.Instant#now",
                        "java.time.LocalDate#now",
                        "java.time.LocalDateTime#now",
                        "java.time.OffsetDateTime#now",
                        "java.time.ZonedDateTime#now",
                        "java.util.Date"),
                rule(
                        "no standard streams outside the application and the samples",
                        "a library logs, and leaves the streams to the application",
                        in(base, "app..", "examples.."),
                        "java.lang.System#out",
                        "java.lang.System#err",
                        "java.lang.Throwable#printStackTrace"),
                rule(
                        "no sleep",
                        "who waits, waits for an event",
                        nowhere(),
                        "java.lang.Thread#sleep",
                        "java.util.concurrent.TimeUnit#sleep"),
                rule(
                        "no Java serialization",
                        "what is saved is named in Stateful, and reading it runs no code",
                        nowhere(),
                        "java.io.Serializable",
                        "java.io.Externalizable",
                        "java.io.ObjectInputStream",
                        "java.io.ObjectOutputStream"),
                rule(
                        "no class loaded by its name, and no scripts",
                        "a name in settings chooses among what plug-ins offer, and runs nothing else",
                        nowhere(),
                        "java.lang.Class#forName",
                        "java.lang.ClassLoader#loadClass",
                        "java.net.URLClassLoader",
                        "javax.script.ScriptEngine",
                        "javax.script.ScriptEngineManager"));
    }

    private static ArchRule rule(
            String name, String reason, DescribedPredicate<? super JavaClass> home, String... forbidden) {
        return classes().should(elsewhere(home, useNone(forbidden))).as(name).because(reason);
    }
}
