package io.github.gan4j.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The versions that {@code gan4j --version} prints. */
final class Version implements IVersionProvider {
    /** The version in the jar's manifest, or {@code development} when classes are run without a jar. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"gan4j " + number() + ", Java " + Runtime.version()};
    }
}
