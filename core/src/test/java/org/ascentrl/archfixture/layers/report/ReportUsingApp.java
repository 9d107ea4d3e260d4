package org.ascentrl.archfixture.layers.report;

import org.ascentrl.archfixture.layers.app.AppUsingExamples;

public record ReportUsingApp(AppUsingExamples forbidden) {}
