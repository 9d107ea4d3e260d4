package org.ascentrl.archfixture.libraries.env;

import ch.qos.logback.classic.LoggerContext;
import com.google.inject.Injector;
import com.typesafe.config.Config;
import jakarta.inject.Inject;
import org.assertj.core.api.Assertions;
import org.slf4j.Logger;

public interface Libraries {

    record OfGuice(Injector injector) {}

    record OfInject(Inject annotation) {}

    record OfConfig(Config config) {}

    record OfLogback(LoggerContext context) {}

    record Unlisted(Assertions assertions) {}

    record Everywhere(Logger logger) {}
}
