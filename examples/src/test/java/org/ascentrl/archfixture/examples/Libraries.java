package org.ascentrl.archfixture.examples;

import picocli.CommandLine;

public interface Libraries {

    record OfPicocli(CommandLine line) {}
}
