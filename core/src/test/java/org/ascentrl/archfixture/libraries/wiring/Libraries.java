package org.ascentrl.archfixture.libraries.wiring;

import com.google.inject.Injector;
import com.typesafe.config.Config;

public interface Libraries {

    record OfGuice(Injector injector) {}

    record OfConfig(Config config) {}
}
