package org.ascentrl.report;

import org.ascentrl.report.video.RecordVideoFactory;
import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Plugin;

/** Offers what needs a video encoder. */
public final class ReportPlugin extends Plugin {

    @Override
    protected void configure() {
        offer(Kind.WRAPPERS, "RecordVideo", RecordVideoFactory.Settings.class, RecordVideoFactory.class);
    }
}
