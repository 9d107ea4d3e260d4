package org.ascentrl.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.ascentrl.arch.Conditions.haveNone;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Rules on the declaration of types. */
public final class TypeRules {

    /** JMH makes a subclass of each class with benchmarks. */
    private static final String BENCHMARK_STATE = "org.openjdk.jmh.annotations.State";

    private static final List<Class<?>> CHANGING =
            List.of(ConcurrentMap.class, ThreadLocal.class, StringBuilder.class, BitSet.class);

    private TypeRules() {}

    /** The rules, the same in every module. */
    public static List<ArchRule> all() {
        return List.of(closed(), constants(), nullMarked());
    }

    private static ArchRule closed() {
        return classes()
                .should(haveNone(
                        "open declaration",
                        type -> isOpen(type) ? Stream.of(type.getDescription() + " is open") : Stream.empty()))
                .as("public classes are final, abstract or sealed")
                .because("what may be extended is made for it");
    }

    private static boolean isOpen(JavaClass type) {
        Set<JavaModifier> modifiers = type.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC)
                && !modifiers.contains(JavaModifier.FINAL)
                && !modifiers.contains(JavaModifier.ABSTRACT)
                && !type.isSealed()
                && !type.isEnum()
                && !type.isAnnotatedWith(BENCHMARK_STATE);
    }

    private static ArchRule constants() {
        return classes()
                .should(haveNone("static fields that change", TypeRules::staticsThatChange))
                .as("static fields are constants")
                .because("two runs in one JVM must not meet");
    }

    private static Stream<String> staticsThatChange(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(TypeRules::changes)
                .map(field -> field.getDescription() + " may change");
    }

    private static boolean changes(JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        boolean visible = modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
        JavaClass type = field.getRawType();
        return !modifiers.contains(JavaModifier.FINAL) || (visible && type.isArray()) || isMadeToChange(type);
    }

    /** As far as the type tells: an interface such as {@code List} may stand for either. */
    private static boolean isMadeToChange(JavaClass type) {
        boolean container = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return (container && !type.isInterface())
                || CHANGING.stream().anyMatch(type::isAssignableTo)
                || type.getPackageName().equals("java.util.concurrent.atomic")
                || hasFieldsThatChange(type);
    }

    /** Looks at Ascent's own fields alone: {@code Enum}, for one, keeps its hash code in a field that is not final. */
    private static boolean hasFieldsThatChange(JavaClass type) {
        return type.getAllFields().stream()
                .filter(field -> field.getOwner().getPackageName().startsWith(CoreRules.BASE))
                .map(JavaField::getModifiers)
                .anyMatch(modifiers -> !modifiers.contains(JavaModifier.STATIC)
                        && !modifiers.contains(JavaModifier.FINAL)
                        && !modifiers.contains(JavaModifier.SYNTHETIC));
    }

    private static ArchRule nullMarked() {
        return classes()
                .should(haveNone("package without @NullMarked", TypeRules::packageWithoutMark))
                .as("every package has a package-info with @NullMarked")
                .because("it tells what lives there, and lets the compiler check for null");
    }

    private static Stream<String> packageWithoutMark(JavaClass type) {
        return type.getPackage().isAnnotatedWith(NullMarked.class)
                ? Stream.empty()
                : Stream.of("the package of " + type.getDescription() + " has no package-info with @NullMarked");
    }
}
