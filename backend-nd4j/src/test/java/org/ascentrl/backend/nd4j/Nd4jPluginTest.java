package org.ascentrl.backend.nd4j;

import java.io.IOException;
import org.ascentrl.tck.PluginListing;
import org.junit.jupiter.api.Test;

class Nd4jPluginTest {

    @Test
    void theApplicationKnowsWhatItOffers() throws IOException {
        PluginListing.check(new Nd4jPlugin(), "ascent-backend-nd4j");
    }
}
