package mesa.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ten lines of Python on the module's page, as they stand there, read a net as Mesa does. */
class ReadmeTest {
  @TempDir Path folder;

  @Test
  void python_onThePage_readsEveryTensor() throws IOException, InterruptedException {
    assumeTrue(run("import numpy").exit == 0, "there is no python3 with numpy here");
    Net net = RandomNets.of(Registry.load().game("chess"), 12, 20, 3);
    net.write(folder.resolve("net.safetensors"));
    String page = Files.readString(Path.of("README.md"));
    int start = page.indexOf("```python\n") + "```python\n".length();
    String code = page.substring(start, page.indexOf("```", start));
    Ran ran = run(code + "for name in net: print(name, net[name].shape, net[name].sum(dtype='int64'))\n"
        + "print(about['value.width'], net['value.features'][767, 11])\n");
    String expected = NetFormat.write(net).tensors().entrySet().stream()
        .map(entry -> entry.getKey() + " " + tuple(entry.getValue().sizes()) + " " + sum(entry.getValue()) + "\n")
        .collect(Collectors.joining());
    assertThat(ran.text).isEqualTo(expected + "12 " + net.value().features()[768 * 12 - 1] + "\n");
  }

  private static String tuple(int[] sizes) {
    String numbers = Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    return "(" + numbers + (sizes.length == 1 ? ",)" : ")");
  }

  private static long sum(Safetensors.Tensor tensor) {
    long sum = 0;
    if (tensor.kind() == Safetensors.Kind.I16) {
      for (short number : tensor.shorts()) {
        sum += number;
      }
    } else {
      for (int number : tensor.ints()) {
        sum += number;
      }
    }
    return sum;
  }

  private record Ran(int exit, String text) {}

  private Ran run(String code) throws InterruptedException {
    try {
      Process python = new ProcessBuilder("python3", "-c", code).directory(folder.toFile())
          .redirectErrorStream(true).start();
      String text = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ran(python.waitFor(), text.replace("\r\n", "\n"));
    } catch (IOException e) {
      return new Ran(-1, e.getMessage());
    }
  }
}
