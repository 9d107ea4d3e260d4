package org.ascentrl.envs.box2d;

import java.io.IOException;
import org.ascentrl.tck.PluginListing;
import org.junit.jupiter.api.Test;

class Box2dPluginTest {

    @Test
    void theApplicationKnowsWhatItOffers() throws IOException {
        PluginListing.check(new Box2dPlugin(), "ascent-envs-box2d");
    }
}
