package org.ascentrl.arch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the classes that break a rule, for tests of the rules. */
public final class Violations {

    /** A line of a report: where the fault lies is what it names first. */
    private static final Pattern ORIGIN = Pattern.compile("^[^<]*<([\\w.$]+)", Pattern.MULTILINE);

    private Violations() {}

    /**
     * The full names of the classes that break {@code rule}.
     *
     * @throws AssertionError if the rule has nothing to check among {@code classes}
     */
    public static Set<String> of(ArchRule rule, JavaClasses classes) {
        Set<String> names = new TreeSet<>();
        for (String detail : rule.evaluate(classes).getFailureReport().getDetails()) {
            Matcher origin = ORIGIN.matcher(detail);
            while (origin.find()) {
                names.add(classIn(origin.group(1), classes));
            }
        }
        return names;
    }

    /**
     * The rule whose name starts with {@code start}.
     *
     * @throws IllegalArgumentException if there is no such rule, or more than one
     */
    public static ArchRule ruleNamed(String start, List<ArchRule> rules) {
        List<ArchRule> named = rules.stream()
                .filter(rule -> rule.getDescription().startsWith(start))
                .toList();
        if (named.size() != 1) {
            throw new IllegalArgumentException(named.size() + " rules start with '" + start + "'; the rules are "
                    + rules.stream().map(ArchRule::getDescription).toList());
        }
        return named.get(0);
    }

    private static String classIn(String member, JavaClasses classes) {
        String name = member;
        while (!classes.contain(name)) {
            int end = name.lastIndexOf('.');
            if (end < 0) {
                throw new IllegalArgumentException(member + ": not in a class that was checked");
            }
            name = name.substring(0, end);
        }
        return name;
    }
}
