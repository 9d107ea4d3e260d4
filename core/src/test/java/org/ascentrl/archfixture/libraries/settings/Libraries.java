package org.ascentrl.archfixture.libraries.settings;

import io.soabase.recordbuilder.core.RecordBuilder;

public interface Libraries {

    record OfRecordBuilder(RecordBuilder annotation) {}
}
