package org.ascentrl.archfixture.examples;

import picocli.CommandLine;

public record Libraries(CommandLine line) {}
