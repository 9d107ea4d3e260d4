package org.ascentrl.examples;

import org.ascentrl.examples.video.RecordVideoFactory;
import org.ascentrl.wiring.Plugin;

/** Offers what needs a video encoder. */
public final class ExamplesPlugin extends Plugin {

    @Override
    protected void configure() {
        bindWrapper("RecordVideo", RecordVideoFactory.class);
    }
}
