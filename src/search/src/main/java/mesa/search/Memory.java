package mesa.search;

import mesa.core.BadInputException;
import mesa.core.Option;
import mesa.core.Setup;

/** Turns an option in megabytes into bytes that the JVM can have. */
final class Memory {
  private Memory() {}

  /**
   * Reads the option.
   *
   * @throws BadInputException if the JVM's heap can't hold so much beside all else
   */
  static long bytes(Setup setup, Option<Long> option) {
    return bytes(setup, option, 0);
  }

  /**
   * Reads the option.
   *
   * @param taken bytes that other options of the same player take
   * @throws BadInputException if the JVM's heap can't hold so much beside these and all else
   */
  static long bytes(Setup setup, Option<Long> option, long taken) {
    long megabytes = setup.get(option);
    long most = Runtime.getRuntime().maxMemory() / 4 * 3 - taken >> 20;
    if (megabytes > most) {
      throw new BadInputException(option.name() + "=" + megabytes + " is more MB than fit (in \"" + setup.spec()
          + "\"); this JVM has room for " + most + ", and more with a larger -Xmx");
    }
    return megabytes << 20;
  }
}
