package org.ascentrl.archfixture.libraries.state;

import com.typesafe.config.Config;

public interface Libraries {

    record OfConfig(Config config) {}
}
