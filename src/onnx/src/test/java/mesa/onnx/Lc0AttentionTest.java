package mesa.onnx;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random networks with attention are read as lc0 itself read the same files; how it was asked is said in
 * lc0-attention.json.
 */
class Lc0AttentionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TOWER_AND_ATTENTION")
  void evaluate_ofEachKindOfAttention_isWhatLc0Reads(RandomLc0.Kind kind) throws IOException {
    check(kind, "", kind.name());
  }

  @Test
  void evaluate_withOtherHeads_isWhatLc0Reads() throws IOException {
    check(RandomLc0.Kind.DENSE, ",policy=optimistic,value=q", "DENSE, optimistic, q");
  }

  @Test
  void evaluate_ofAttentionBehindATower_isWhatLc0sModelOfItGives() throws IOException {
    check(RandomLc0.Kind.TOWER_AND_ATTENTION, ",rounding=none", "TOWER_AND_ATTENTION");
  }

  private void check(RandomLc0.Kind kind, String options, String name) throws IOException {
    Path file = RandomLc0.of(kind).write(folder.resolve("random.pb.gz"));
    Lc0Readings.of("lc0-attention.json").check(name, "chess", "lc0:file=" + file + options);
  }
}
