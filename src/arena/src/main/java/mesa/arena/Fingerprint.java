package mesa.arena;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import mesa.core.BadInputException;

/** Hashes and seeds made from text by SHA-256, the same on every machine. Not thread-safe; cheap to keep. */
final class Fingerprint {
  private final MessageDigest sha;

  Fingerprint() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * Hashes a text.
   *
   * @param text any
   * @return the first eight bytes of its SHA-256, the first of them the highest
   */
  long of(String text) {
    return ByteBuffer.wrap(digest(text)).getLong();
  }

  /**
   * Hashes a text.
   *
   * @param text any
   * @return all of its SHA-256 in hexadecimal
   */
  String whole(String text) {
    return HexFormat.of().formatHex(digest(text));
  }

  /** {@return all of the SHA-256 of what stands there, in hexadecimal} */
  static String ofFile(URL file) {
    try (InputStream in = file.openStream()) {
      MessageDigest sha = new Fingerprint().sha;
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      throw new BadInputException("\"" + file + "\" can't be read: " + e.getMessage(), e);
    }
  }

  private byte[] digest(String text) {
    return sha.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Derives the seed of one player in one game. It depends on nothing else, such as other players or threads.
   *
   * @param run the tournament's seed
   * @param pairing its {@link Pairing#key}
   * @param round from 0
   * @param leg 0 or 1
   * @param seat 0 or 1
   * @return the seed
   */
  long seed(long run, String pairing, int round, int leg, int seat) {
    return of("mesa1/" + run + '/' + pairing + '/' + round + '/' + leg + '/' + seat);
  }
}
