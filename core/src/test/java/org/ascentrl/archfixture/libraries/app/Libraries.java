package org.ascentrl.archfixture.libraries.app;

import ch.qos.logback.classic.LoggerContext;

public interface Libraries {

    record OfLogback(LoggerContext context) {}
}
