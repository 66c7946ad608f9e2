package mesa.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
  private static final Game CHESS = Registry.load().game("chess");

  @TempDir Path folder;

  @Test
  void add_ofPosition_keepsWhatTheEncoderSees() {
    Encoder encoder = CHESS.encoder().orElseThrow();
    Position position = CHESS.parse("r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R b KQkq - 0 1");
    Moves moves = Moves.of(position);
    float[] targets = new float[moves.size()];
    targets[3] = 0.75f;
    targets[5] = 0.25f;
    SampleWriter writer = new SampleWriter(encoder);
    writer.add(position, moves, moves.get(3), 0.5f, targets);
    writer.endGame(0, Outcome.FIRST_WON);
    Samples samples = writer.samples();

    int[] features = new int[encoder.inputs()];
    assertThat(bits(features, samples.mover(0, features))).isEqualTo(encoded(position, 1));
    assertThat(bits(features, samples.other(0, features))).isEqualTo(encoded(position, 0));
    int[] slots = new int[encoder.actions()];
    float[] stored = new float[encoder.actions()];
    assertThat(samples.policy(0, slots, stored)).isEqualTo(moves.size());
    for (int i = 0; i < moves.size(); i++) {
      assertThat(slots[i]).isEqualTo(encoder.action(position, moves.get(i)));
      assertThat(stored[i]).isEqualTo(targets[i], offset(1e-5f));
    }
    // Black is to move, White has won.
    assertThat(samples.valueTarget(0, 1)).isEqualTo(-1);
    assertThat(samples.valueTarget(0, 0)).isEqualTo(0.5f);
    assertThat(samples.valueTarget(0, 0.5)).isEqualTo(-0.25f);
  }

  @Test
  void isQuiet_inCheckOrOnCapture_isFalse() {
    assertThat(quiet("4k3/8/8/8/8/8/4P3/4K3 w - - 0 1", "e2e4")).isTrue();
    assertThat(quiet("4k3/8/8/8/8/3p4/4P3/4K3 w - - 0 1", "e2d3")).isFalse();
    assertThat(quiet("4k3/8/8/8/8/8/4P3/r3K3 w - - 0 1", "e1d2")).isFalse();
  }

  private static boolean quiet(String text, String move) {
    Position position = CHESS.parse(text);
    Moves moves = Moves.of(position);
    SampleWriter writer = new SampleWriter(CHESS.encoder().orElseThrow());
    writer.add(position, moves, position.parseMove(move), 0, new float[moves.size()]);
    writer.endGame(0, Outcome.DRAWN);
    return writer.samples().isQuiet(0);
  }

  @Test
  void read_ofWhatWasWritten_isEqual() throws IOException {
    Samples samples = RandomSamples.of(CHESS, 500, 1);
    Path file = folder.resolve("a.samples");
    samples.write(file, "origin");
    assertThat(Samples.read(file, "origin")).isEqualTo(samples);
    assertThat(folder).isDirectoryNotContaining("glob:**.partial");
  }

  @Test
  void read_ofOtherOrigin_saysWhatIsThere() throws IOException {
    Path file = folder.resolve("a.samples");
    RandomSamples.of(CHESS, 5, 1).write(file, "seed 1");
    assertThatThrownBy(() -> Samples.read(file, "seed 2"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll("a.samples", "holds samples of seed 1, where seed 2 is expected");
  }

  @Test
  void read_ofDamagedFile_isRefused() throws IOException {
    Path file = folder.resolve("a.samples");
    RandomSamples.of(CHESS, 500, 1).write(file, "origin");
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 20, 100, bytes.length / 2, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Samples.read(file, "origin")).as("cut to %d bytes", length)
          .isInstanceOf(BadInputException.class).hasMessageContaining("a.samples");
    }
  }

  @Test
  void join_ofBlocks_keepsTheirOrder() {
    Samples one = RandomSamples.of(CHESS, 50, 1);
    Samples two = RandomSamples.of(CHESS, 70, 2);
    Samples all = Samples.join(List.of(one, two));
    assertThat(all.size()).isEqualTo(one.size() + two.size());
    int[] features = new int[768];
    int[] expected = new int[768];
    for (int i = 0; i < two.size(); i++) {
      int count = two.other(i, expected);
      assertThat(all.other(one.size() + i, features)).isEqualTo(count);
      assertThat(Arrays.copyOf(features, count)).isEqualTo(Arrays.copyOf(expected, count));
      assertThat(all.valueTarget(one.size() + i, 0.3)).isEqualTo(two.valueTarget(i, 0.3));
    }
  }

  private static long[] encoded(Position position, int side) {
    Encoder encoder = CHESS.encoder().orElseThrow();
    long[] bits = new long[encoder.words()];
    encoder.encode(position, side, bits);
    return bits;
  }

  private static long[] bits(int[] features, int count) {
    long[] bits = new long[12];
    for (int i = 0; i < count; i++) {
      bits[features[i] >> 6] |= 1L << features[i];
    }
    return bits;
  }
}
