package org.ascentrl.archfixture.libraries.examples;

import ch.qos.logback.classic.LoggerContext;

public interface Libraries {

    record OfLogback(LoggerContext context) {}
}
