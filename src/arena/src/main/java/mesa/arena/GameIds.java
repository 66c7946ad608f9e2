package mesa.arena;

import java.util.HexFormat;
import java.util.List;

/** What games are called, and what their seeds come from, independently of the tournament around them. Immutable. */
final class GameIds {
  private final String[][] keys;
  private final String[][] hashes;

  /**
   * Names all pairings.
   *
   * @param specs of the players
   */
  GameIds(List<String> specs) {
    keys = new String[specs.size()][specs.size()];
    hashes = new String[specs.size()][specs.size()];
    Fingerprint fingerprint = new Fingerprint();
    for (int a = 0; a < specs.size(); a++) {
      for (int b = 0; b < specs.size(); b++) {
        keys[a][b] = Pairing.key(specs.get(a), specs.get(b));
        hashes[a][b] = HexFormat.of().toHexDigits(fingerprint.of(keys[a][b]));
      }
    }
  }

  /** {@return the key of a game's pairing} */
  String key(Fixture fixture) {
    return keys[fixture.first()][fixture.second()];
  }

  /** {@return the name of a game, unique in a tournament} */
  String of(Fixture fixture) {
    return hashes[fixture.first()][fixture.second()] + '/' + fixture.round() + '/' + fixture.leg();
  }
}
