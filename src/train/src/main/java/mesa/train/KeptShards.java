package mesa.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Keeps shards in a folder and makes only those that are not there; the teacher is not started before. */
final class KeptShards implements Games.Worker<Samples> {
  private final Callable<TeacherGames> maker;
  private final Path folder;
  private final String origin;
  private TeacherGames games;

  KeptShards(Callable<TeacherGames> maker, Path folder, String origin) {
    this.maker = maker;
    this.folder = folder;
    this.origin = origin;
  }

  @Override
  public Samples run(int shard) throws Exception {
    Path file = folder.resolve(String.format("shard-%05d.samples", shard));
    String what = origin + " shard " + shard;
    if (Files.exists(file)) {
      return Samples.read(file, what);
    }
    if (games == null) {
      games = maker.call();
    }
    Samples samples = games.run(shard);
    samples.write(file, what);
    return samples;
  }

  @Override
  public void close() {
    if (games != null) {
      games.close();
    }
  }
}
