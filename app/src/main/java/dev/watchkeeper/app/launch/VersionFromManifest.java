package dev.watchkeeper.app.launch;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class VersionFromManifest implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"Watchkeeper " + (version == null ? "(not packaged)" : version)};
    }
}
