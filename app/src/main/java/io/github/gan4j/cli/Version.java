package io.github.gan4j.cli;

import io.github.gan4j.files.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** The versions that {@code gan4j --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        BuildInfo build = BuildInfo.read();
        String commit = build.commit().isEmpty() ? "" : " (" + build.commit() + ")";
        return new String[] {"gan4j " + build.version() + commit + ", Java " + Runtime.version()};
    }
}
