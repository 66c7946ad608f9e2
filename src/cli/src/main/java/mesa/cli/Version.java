package mesa.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which Mesa this is, and on what it runs. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    String commit = System.getProperty("mesa.commit");
    return new String[] {
      "Mesa " + (version == null ? "(unpackaged)" : version) + (commit == null ? "" : " " + commit),
      "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
    };
  }
}
