package org.ascentrl.archfixture.libraries.env;

import ch.qos.logback.classic.LoggerContext;
import com.google.inject.Injector;
import com.typesafe.config.Config;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import javax.imageio.ImageWriter;
import org.assertj.core.api.Assertions;
import org.slf4j.Logger;
import org.w3c.dom.Node;

public interface Libraries {

    record OfGuice(Injector injector) {}

    record OfInject(Inject annotation) {}

    record OfConfig(Config config) {}

    record OfRecordBuilder(RecordBuilder annotation) {}

    record OfLogback(LoggerContext context) {}

    record OfImages(ImageWriter writer) {}

    record OfDocuments(Node node) {}

    record Unlisted(Assertions assertions) {}

    record Everywhere(Logger logger) {}
}
