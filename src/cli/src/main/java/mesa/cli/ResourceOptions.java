package mesa.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mesa.arena.Allotment;
import mesa.core.BadInputException;
import picocli.CommandLine.Option;

/** What games share that are played at the same time. */
final class ResourceOptions {
  @Option(names = "--resources", paramLabel = "AMOUNTS",
      description = "What games share that are played at the same time, as in cpu=8,gpu=1,mem=64: a game waits while it lacks "
          + "something, and others go on. Default: cpu as many as --jobs or processors. It changes no move.")
  private String resources;

  @Option(names = "--needs", paramLabel = "PLAYER=AMOUNTS",
      description = "What a player needs of that, as in NAME=gpu+mem:16; may be repeated. A player with an option threads=4 needs "
          + "cpu:4 unless told otherwise.")
  private List<String> needs = List.of();

  /** {@return what the user has said, or nothing if that is nothing} */
  Optional<Allotment> allotment() {
    if (resources == null && needs.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> byPlayer = new LinkedHashMap<>();
    for (String need : needs) {
      int equals = need.lastIndexOf('=');
      if (equals < 1) {
        throw new BadInputException("\"" + need + "\" names no player and what it needs; write PLAYER=AMOUNTS, as in "
            + "NAME=gpu+mem:16");
      }
      String player = need.substring(0, equals);
      if (byPlayer.put(player, need.substring(equals + 1)) != null) {
        throw new BadInputException("\"" + need + "\": what \"" + player + "\" needs was said before; say it once, as in "
            + "NAME=gpu+mem:16");
      }
    }
    return Optional.of(new Allotment(resources, byPlayer));
  }
}
