package org.ascentrl.archfixture.libraries.run;

import com.typesafe.config.Config;

public interface Libraries {

    record OfConfig(Config config) {}
}
