package org.ascentrl.backend.djl;

import java.io.IOException;
import org.ascentrl.tck.PluginListing;
import org.junit.jupiter.api.Test;

class DjlPluginTest {

    @Test
    void theApplicationKnowsWhatItOffers() throws IOException {
        PluginListing.check(new DjlPlugin(), "ascent-backend-djl");
    }
}
