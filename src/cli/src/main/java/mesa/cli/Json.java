package mesa.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * Writes what {@code --json} asks for: records, lists and maps as they are. A number that is NaN or
 * infinite becomes null.
 */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper()
      .enable(SerializationFeature.INDENT_OUTPUT)
      .registerModule(new SimpleModule()
          .addSerializer(Double.class, new Finite())
          .addSerializer(double.class, new Finite()));

  /** JSON knows no other numbers. */
  private static final class Finite extends StdSerializer<Double> {
    private static final long serialVersionUID = 1;

    Finite() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }

  private Json() {}

  /**
   * Writes one value on a line of its own.
   *
   * @param value what Jackson understands
   * @param out where to
   */
  static void line(Object value, PrintWriter out) {
    try {
      out.println(MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes one value and a newline.
   *
   * @param value what Jackson understands
   * @param out where to
   */
  static void print(Object value, PrintWriter out) {
    try {
      out.println(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
